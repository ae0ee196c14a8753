package io.daybook.saga.payment.sandbox;

import io.daybook.kernel.Money;
import io.daybook.payment.PaymentOperation;
import org.jspecify.annotations.Nullable;

/// How the sandbox decides, by the token and by what its books say of the payment.
final class SandboxRules {
  /// By this word the command API knows a failure of the gateway from a decline.
  private static final String FAILED = "GATEWAY_ERROR";

  private SandboxRules() {}

  static Verdict judge(
      SandboxToken token, PaymentOperation operation, @Nullable Money amount, History history) {
    long minor = amount == null ? 0 : amount.amountMinor();
    return switch (operation) {
      case AUTHORIZE, CHARGE -> promise(token, history);
      case REDIRECT -> Verdict.OPEN;
      case CAPTURE -> capture(token, minor, history);
      case VOID ->
          history.toRefund() > 0 ? Verdict.hard("It was captured already") : Verdict.APPROVED;
      case REFUND -> refund(token, minor, history);
    };
  }

  private static Verdict promise(SandboxToken token, History history) {
    return switch (token) {
      case DECLINE_SOFT, NEVER_DECLINED -> Verdict.soft("Insufficient funds");
      case DECLINE_SOFT_ONCE ->
          history.isEmpty() ? Verdict.soft("Insufficient funds") : Verdict.APPROVED;
      case DECLINE_HARD -> Verdict.hard("Stolen card");
      case ERROR -> Verdict.soft(FAILED);
      case PAYPAL -> Verdict.hard("PayPal needs the customer's approval on its page");
      case APPROVE, LATE, NEVER, CAPTURE_FAILS, REFUND_FAILS -> Verdict.APPROVED;
    };
  }

  private static Verdict capture(SandboxToken token, long minor, History history) {
    if (token == SandboxToken.CAPTURE_FAILS) {
      return Verdict.hard("The capture was refused");
    }
    if (history.isVoided()) {
      return Verdict.hard("The authorisation was voided");
    }
    return minor > history.toCapture()
        ? Verdict.hard("More than was authorised")
        : Verdict.APPROVED;
  }

  private static Verdict refund(SandboxToken token, long minor, History history) {
    if (token == SandboxToken.REFUND_FAILS) {
      return Verdict.hard("The refund was refused");
    }
    return minor > history.toRefund() ? Verdict.hard("More than was captured") : Verdict.APPROVED;
  }
}
