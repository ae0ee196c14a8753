package io.daybook.command.payment;

import static io.daybook.payment.PaymentRejection.AMOUNT_EXCEEDS_AUTHORIZED;
import static io.daybook.payment.PaymentRejection.AUTHORIZATION_EXPIRED;
import static io.daybook.payment.PaymentRejection.INVALID_AMOUNT;
import static io.daybook.payment.PaymentRejection.INVALID_STATUS_TRANSITION;
import static io.daybook.payment.PaymentRejection.OUTCOME_UNKNOWN;
import static io.daybook.payment.PaymentRejection.REFUND_EXCEEDS_CAPTURED;

import io.daybook.kernel.Money;
import io.daybook.kernel.Rejection;
import io.daybook.payment.DeclineKind;
import io.daybook.payment.PaymentEvent.PaymentFailed;
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
    if (hasExpired(payment, now)) {
      throw Rejection.of(AUTHORIZATION_EXPIRED)
          .with("expiresAt", payment.authorizationExpiresAt, "has passed");
    }
  }

  static boolean hasExpired(PaymentState payment, Instant now) {
    Instant expiry = payment.authorizationExpiresAt;
    return expiry != null && !now.isBefore(expiry);
  }

  /// The goods are on their way, and the money was not taken: that must stand in the books.
  static PaymentFailed expired(PaymentState payment, Instant now) {
    return new PaymentFailed(
        payment.first.paymentId(),
        payment.first.orderId(),
        payment.first.customerId(),
        PaymentOperation.CAPTURE,
        payment.first.amount(),
        DeclineKind.HARD,
        AUTHORIZATION_EXPIRED.name(),
        now);
  }

  /// @return the gateway's name of the capture that the amount is given back from
  static String refundableCapture(PaymentState payment, Money amount) {
    String capture = payment.captureId;
    if (capture == null) {
      throw transition(payment, "refund");
    }
    atLeastOneCent(amount);
    Money left = refundable(payment);
    if (amount.compareTo(left) > 0) {
      throw Rejection.of(REFUND_EXCEEDS_CAPTURED).with("amount", amount, "must be at most " + left);
    }
    return capture;
  }

  /// What was captured and is not on its way back.
  static Money refundable(PaymentState payment) {
    if (payment.captured == null) {
      throw transition(payment, "refund");
    }
    return payment.captured.minus(payment.refunded());
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
