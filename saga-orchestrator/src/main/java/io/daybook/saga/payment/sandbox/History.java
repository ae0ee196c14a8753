package io.daybook.saga.payment.sandbox;

import static io.daybook.payment.PaymentOperation.AUTHORIZE;
import static io.daybook.payment.PaymentOperation.CAPTURE;
import static io.daybook.payment.PaymentOperation.CHARGE;
import static io.daybook.payment.PaymentOperation.REDIRECT;
import static io.daybook.payment.PaymentOperation.REFUND;
import static io.daybook.payment.PaymentOperation.VOID;

import io.daybook.payment.PaymentOperation;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// What the sandbox's books say of one payment. Amounts are minor units.
record History(List<LedgerEntry> entries) {
  private static final Set<PaymentOperation> PROMISES = EnumSet.of(AUTHORIZE, REDIRECT, CHARGE);
  private static final Set<PaymentOperation> TAKINGS = EnumSet.of(CAPTURE, CHARGE);

  boolean isEmpty() {
    return entries.isEmpty();
  }

  boolean isVoided() {
    return entries.stream().anyMatch(entry -> entry.operation() == VOID && approved(entry));
  }

  long toCapture() {
    return sum(PROMISES) - sum(TAKINGS);
  }

  long toRefund() {
    return sum(TAKINGS) - sum(EnumSet.of(REFUND));
  }

  private long sum(Set<PaymentOperation> operations) {
    return entries.stream()
        .filter(entry -> operations.contains(entry.operation()) && approved(entry))
        .mapToLong(entry -> entry.amount() == null ? 0 : entry.amount().amountMinor())
        .sum();
  }

  private static boolean approved(LedgerEntry entry) {
    return entry.verdict().outcome() == Verdict.Outcome.APPROVED;
  }
}
