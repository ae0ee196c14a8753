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

/// All entries of one payment in the sandbox's ledger. Amounts are minor units.
record PaymentEntries(List<LedgerEntry> entries) {
  private static final Set<PaymentOperation> AUTHORIZATIONS =
      EnumSet.of(AUTHORIZE, REDIRECT, CHARGE);
  private static final Set<PaymentOperation> CAPTURES = EnumSet.of(CAPTURE, CHARGE);

  boolean isEmpty() {
    return entries.isEmpty();
  }

  boolean isVoided() {
    return entries.stream().anyMatch(entry -> entry.operation() == VOID && approved(entry));
  }

  long toCapture() {
    return sum(AUTHORIZATIONS) - sum(CAPTURES);
  }

  long toRefund() {
    return sum(CAPTURES) - sum(EnumSet.of(REFUND));
  }

  private long sum(Set<PaymentOperation> operations) {
    return entries.stream()
        .filter(entry -> operations.contains(entry.operation()) && approved(entry))
        .mapToLong(entry -> entry.amount() == null ? 0 : entry.amount().amountMinor())
        .sum();
  }

  private static boolean approved(LedgerEntry entry) {
    return entry.decision().result() == SandboxDecision.Result.APPROVED;
  }
}
