package io.daybook.command.payment;

import static io.daybook.payment.PaymentRejection.AMOUNT_EXCEEDS_AUTHORIZED;
import static io.daybook.payment.PaymentRejection.AUTHORIZATION_EXPIRED;
import static io.daybook.payment.PaymentRejection.HARD_DECLINE;
import static io.daybook.payment.PaymentRejection.INVALID_AMOUNT;
import static io.daybook.payment.PaymentRejection.INVALID_STATUS_TRANSITION;
import static io.daybook.payment.PaymentRejection.OUTCOME_UNKNOWN;
import static io.daybook.payment.PaymentRejection.REFUND_EXCEEDS_CAPTURED;
import static io.daybook.payment.PaymentRejection.REFUND_ID_TAKEN;

import io.daybook.command.payment.PaymentState.Captured;
import io.daybook.command.payment.PaymentState.Captured.Refund;
import io.daybook.command.payment.PaymentState.Declined;
import io.daybook.command.payment.PaymentState.Failed;
import io.daybook.command.payment.PaymentState.Held;
import io.daybook.command.payment.PaymentState.OutcomeUnknown;
import io.daybook.command.payment.PaymentState.Redirected;
import io.daybook.command.payment.PaymentState.Requested;
import io.daybook.kernel.AmountRule;
import io.daybook.kernel.Money;
import io.daybook.kernel.Rejection;
import io.daybook.payment.DeclineKind;
import io.daybook.payment.PaymentCommand.RefundPayment;
import io.daybook.payment.PaymentEvent.PaymentFailed;
import io.daybook.payment.PaymentEvent.PaymentRequested;
import io.daybook.payment.PaymentOperation;
import java.time.Instant;

/// The rules of a payment, by name, each with the code that it refuses with.
final class PaymentRules {
  private PaymentRules() {}

  /// The customer starts a redirect once; starting it again is harmless.
  ///
  /// @return false when it was started before
  static boolean redirectMayStart(PaymentHistory payment) {
    return switch (payment.state()) {
      case Requested(var request, var voidReason)
          when voidReason == null && request.operation() == PaymentOperation.REDIRECT ->
          payment.attempt() == 0;
      case Redirected _ -> false;
      default -> throw transition(payment, "redirect");
    };
  }

  /// Money is captured while it is held, and not while a void is open.
  static Held held(PaymentHistory payment) {
    outcomeKnown(payment);
    return payment.held().orElseThrow(() -> transition(payment, "capture"));
  }

  static void outcomeKnown(PaymentHistory payment) {
    if (payment.state() instanceof OutcomeUnknown) {
      throw Rejection.of(OUTCOME_UNKNOWN).with("status", payment.status(), "is resolved first");
    }
  }

  /// Money that may be moving is refunded once that is known.
  static void noMoneyMayBeMoving(PaymentHistory payment) {
    if (payment.isOpen(PaymentOperation.CAPTURE) || payment.isOpen(PaymentOperation.CHARGE)) {
      throw transition(payment, "void");
    }
  }

  static void positive(Money amount) {
    if (!amount.isPositive()) {
      throw Rejection.of(INVALID_AMOUNT).with("amount", amount, "must be at least 0.01");
    }
    AmountRule.atMost(amount, "amount", INVALID_AMOUNT);
  }

  static void atMostAuthorized(Money amount, Money authorized) {
    if (amount.compareTo(authorized) > 0) {
      throw Rejection.of(AMOUNT_EXCEEDS_AUTHORIZED)
          .with("amount", amount, "must be at most " + authorized);
    }
  }

  static void notExpired(Held held, Instant now) {
    if (held.hasExpired(now)) {
      throw Rejection.of(AUTHORIZATION_EXPIRED).with("expiresAt", held.expiresAt(), "has passed");
    }
  }

  /// The goods were shipped and the money cannot be captured any more: an event records that.
  static PaymentFailed expired(PaymentRequested first, Money amount, Instant now) {
    return new PaymentFailed(
        first.paymentId(),
        first.orderId(),
        first.customerId(),
        PaymentOperation.CAPTURE,
        amount,
        DeclineKind.HARD,
        AUTHORIZATION_EXPIRED.name(),
        now);
  }

  /// Only what was captured is given back.
  static Captured captured(PaymentHistory payment, String action) {
    if (payment.state() instanceof Captured captured) {
      return captured;
    }
    throw transition(payment, action);
  }

  static void atMostRefundable(Money amount, Money refundable) {
    if (amount.compareTo(refundable) > 0) {
      throw Rejection.of(REFUND_EXCEEDS_CAPTURED)
          .with("amount", amount, "must be at most " + refundable);
    }
  }

  /// A refund's id stands for one amount.
  static void sameRefund(RefundPayment command, Refund earlier) {
    if (command.amount() != null && !earlier.amount().equals(command.amount())) {
      throw Rejection.of(REFUND_ID_TAKEN)
          .with("refundId", command.refundId(), "is " + earlier.amount());
    }
  }

  /// Only a soft decline is tried again.
  static void softlyDeclined(PaymentHistory payment) {
    outcomeKnown(payment);
    DeclineKind declined =
        switch (payment.state()) {
          case Declined(var kind) -> kind;
          case Failed(var kind) -> kind;
          default -> throw transition(payment, "retry");
        };
    if (declined == DeclineKind.HARD) {
      throw Rejection.of(HARD_DECLINE).with("declined", declined, "is final");
    }
  }

  static Rejection transition(PaymentHistory payment, String action) {
    return Rejection.of(INVALID_STATUS_TRANSITION)
        .with("status", payment.status(), "does not allow to " + action);
  }
}
