package io.daybook.command.payment;

import static io.daybook.payment.PaymentRejection.AMOUNT_EXCEEDS_AUTHORIZED;
import static io.daybook.payment.PaymentRejection.AUTHORIZATION_EXPIRED;
import static io.daybook.payment.PaymentRejection.INVALID_AMOUNT;
import static io.daybook.payment.PaymentRejection.INVALID_STATUS_TRANSITION;
import static io.daybook.payment.PaymentRejection.OUTCOME_UNKNOWN;
import static io.daybook.payment.PaymentRejection.REFUND_EXCEEDS_CAPTURED;

import io.daybook.kernel.Money;
import io.daybook.kernel.Rejection;
import io.daybook.payment.PaymentOperation;
import io.daybook.payment.PaymentStatus;
import java.time.Instant;

/// What must hold before money that is held may be taken, given back or let go.
final class PaymentRules {
  private PaymentRules() {}

  /// @return the gateway's name of what it holds
  static String authorization(PaymentState payment, String wish) {
    if (payment.status == PaymentStatus.UNKNOWN) {
      throw Rejection.of(OUTCOME_UNKNOWN).with("status", payment.status, "is resolved first");
    }
    if (payment.status != PaymentStatus.AUTHORIZED
        || payment.authorizationId == null
        || payment.isOpen(PaymentOperation.VOID)) {
      throw transition(payment, wish);
    }
    return payment.authorizationId;
  }

  static void capturable(PaymentState payment, Money amount, Instant now) {
    atLeastOneCent(amount);
    Money authorized = payment.first.amount();
    if (amount.compareTo(authorized) > 0) {
      throw Rejection.of(AMOUNT_EXCEEDS_AUTHORIZED)
          .with("amount", amount, "must be at most " + authorized);
    }
    Instant expiry = payment.authorizationExpiresAt;
    if (expiry != null && !now.isBefore(expiry)) {
      throw Rejection.of(AUTHORIZATION_EXPIRED).with("expiresAt", expiry, "has passed");
    }
  }

  /// @return the gateway's name of the capture that the amount is given back from
  static String refundableCapture(PaymentState payment, Money amount) {
    Money captured = payment.captured;
    String capture = payment.captureId;
    if (captured == null || capture == null) {
      throw transition(payment, "refund");
    }
    atLeastOneCent(amount);
    Money left = captured.minus(payment.refunded());
    if (amount.compareTo(left) > 0) {
      throw Rejection.of(REFUND_EXCEEDS_CAPTURED).with("amount", amount, "must be at most " + left);
    }
    return capture;
  }

  static Rejection transition(PaymentState payment, String wish) {
    return Rejection.of(INVALID_STATUS_TRANSITION)
        .with("status", payment.status, "does not allow to " + wish);
  }

  private static void atLeastOneCent(Money amount) {
    if (!amount.isPositive()) {
      throw Rejection.of(INVALID_AMOUNT).with("amount", amount, "must be at least 0.01");
    }
  }
}
