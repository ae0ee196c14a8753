package io.daybook.saga.payment.sandbox;

import io.daybook.kernel.Money;
import io.daybook.payment.PaymentOperation;
import io.daybook.payment.PaymentRejection;
import org.jspecify.annotations.Nullable;

/// How the sandbox decides, by the token and by what its ledger has of the payment.
final class SandboxRules {
  private SandboxRules() {}

  static SandboxDecision decide(
      SandboxToken token,
      PaymentOperation operation,
      @Nullable Money amount,
      PaymentEntries entries) {
    long minor = amount == null ? 0 : amount.amountMinor();
    return switch (operation) {
      case AUTHORIZE, CHARGE -> authorize(token, entries);
      case REDIRECT -> SandboxDecision.OPEN;
      case CAPTURE -> capture(token, minor, entries);
      case VOID ->
          entries.toRefund() > 0
              ? SandboxDecision.hard("It was captured already")
              : SandboxDecision.APPROVED;
      case REFUND -> refund(token, minor, entries);
    };
  }

  private static SandboxDecision authorize(SandboxToken token, PaymentEntries entries) {
    return switch (token) {
      case DECLINE_SOFT, NEVER_DECLINED -> SandboxDecision.soft("Insufficient funds");
      case DECLINE_SOFT_ONCE ->
          entries.isEmpty() ? SandboxDecision.soft("Insufficient funds") : SandboxDecision.APPROVED;
      case DECLINE_HARD -> SandboxDecision.hard("Stolen card");
      case ERROR -> // by this code the command API tells a failure from a decline
          SandboxDecision.soft(PaymentRejection.GATEWAY_ERROR.name());
      case PAYPAL -> SandboxDecision.hard("PayPal needs the customer's approval on its page");
      case APPROVE, LATE, NEVER, CAPTURE_FAILS, REFUND_FAILS -> SandboxDecision.APPROVED;
    };
  }

  private static SandboxDecision capture(SandboxToken token, long minor, PaymentEntries entries) {
    if (token == SandboxToken.CAPTURE_FAILS) {
      return SandboxDecision.hard("The capture was refused");
    }
    if (entries.isVoided()) {
      return SandboxDecision.hard("The authorisation was voided");
    }
    return minor > entries.toCapture()
        ? SandboxDecision.hard("More than was authorised")
        : SandboxDecision.APPROVED;
  }

  private static SandboxDecision refund(SandboxToken token, long minor, PaymentEntries entries) {
    if (token == SandboxToken.REFUND_FAILS) {
      return SandboxDecision.hard("The refund was refused");
    }
    return minor > entries.toRefund()
        ? SandboxDecision.hard("More than was captured")
        : SandboxDecision.APPROVED;
  }
}
