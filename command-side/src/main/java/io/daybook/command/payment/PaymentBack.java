package io.daybook.command.payment;

import io.daybook.command.payment.PaymentState.Authorized;
import io.daybook.command.payment.PaymentState.Captured;
import io.daybook.command.payment.PaymentState.Declined;
import io.daybook.command.payment.PaymentState.Failed;
import io.daybook.command.payment.PaymentState.OutcomeUnknown;
import io.daybook.command.payment.PaymentState.Redirected;
import io.daybook.command.payment.PaymentState.Requested;
import io.daybook.command.payment.PaymentState.Voided;
import io.daybook.kernel.Context;
import io.daybook.kernel.Money;
import io.daybook.kernel.id.RefundId;
import io.daybook.payment.PaymentEvent;
import io.daybook.payment.PaymentEvent.PaymentCaptured;
import io.daybook.payment.PaymentEvent.PaymentCompleted;
import io.daybook.payment.PaymentEvent.PaymentFailed;
import io.daybook.payment.PaymentEvent.PaymentRefundRequested;
import io.daybook.payment.PaymentEvent.PaymentRequested;
import io.daybook.payment.PaymentEvent.PaymentVoidRequested;
import io.daybook.payment.PaymentEvent.PaymentVoided;
import io.daybook.payment.PaymentOperation;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// Makes the events that give a payment back: what is held is voided, what was captured is refunded, and
/// what is under way is given up in advance, so that it goes back as soon as its outcome is known.
record PaymentBack(PaymentHistory payment, Context context) {

  List<PaymentEvent> requests(String reason) {
    return switch (payment.state()) {
      case Authorized _ when payment.open().isEmpty() -> List.of(voiding(reason));
      case Authorized _ when payment.isOpen(PaymentOperation.VOID) -> List.of(); // On its way.
      case Authorized _, Requested _, Redirected _, OutcomeUnknown _ -> inAdvance(reason);
      case Captured captured -> refunds(captured, reason);
      case Voided _, Declined _, Failed _ ->
          List.of(); // Nothing is held, which is what was wanted.
    };
  }

  /// What follows from the outcome of something that was given up in advance. A void that was declined is
  /// for people to look at.
  List<PaymentEvent> after(PaymentEvent outcome, String reason) {
    return switch (payment.state()) {
      case Authorized held when held.request() == null && !isFailedVoid(outcome) ->
          List.of(voiding(reason));
      case Captured captured when isMoney(outcome) -> refunds(captured, reason);
      case Authorized _,
          Captured _,
          Requested _,
          Redirected _,
          OutcomeUnknown _,
          Voided _,
          Declined _,
          Failed _ ->
          List.of();
    };
  }

  PaymentRefundRequested refund(Captured captured, RefundId refund, Money amount, String reason) {
    PaymentRequested first = payment.first();
    return new PaymentRefundRequested(
        first.paymentId(),
        first.orderId(),
        refund,
        amount,
        captured.captureId(),
        first.paymentMethodId(),
        reason,
        first.paymentId() + "/refund/" + refund,
        context.at());
  }

  private List<PaymentEvent> inAdvance(String reason) {
    PaymentRequested first = payment.first();
    if (payment.attempt() == 0) {
      // The gateway was never asked: the customer did not start the redirect.
      return List.of(new PaymentVoided(first.paymentId(), first.orderId(), reason, context.at()));
    }
    return payment.state().voidReason() == null ? List.of(voiding(reason)) : List.of();
  }

  private List<PaymentEvent> refunds(Captured captured, String reason) {
    List<PaymentEvent> events = new ArrayList<>();
    if (captured.refundable().isPositive()) {
      events.add(refund(captured, unused(captured), captured.refundable(), reason));
    }
    if (payment.isOpen(PaymentOperation.CAPTURE) && captured.voidReason() == null) {
      events.add(voiding(reason));
    }
    return events;
  }

  private PaymentVoidRequested voiding(String reason) {
    PaymentRequested first = payment.first();
    return new PaymentVoidRequested(
        first.paymentId(),
        first.orderId(),
        payment.state() instanceof Authorized held && held.request() == null
            ? held.authorizationId()
            : null,
        first.paymentMethodId(),
        reason,
        first.paymentId() + "/void/" + context.commandId(),
        context.at());
  }

  /// Of an earlier capture there may be a refund already.
  private RefundId unused(Captured captured) {
    UUID payment = payment().first().paymentId().uuid();
    RefundId first = RefundId.of(payment);
    if (!captured.refunds().containsKey(first)) {
      return first;
    }
    String name = payment + "/return/" + captured.refunds().size();
    return RefundId.of(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
  }

  private static boolean isFailedVoid(PaymentEvent outcome) {
    return outcome instanceof PaymentFailed failed && failed.operation() == PaymentOperation.VOID;
  }

  private static boolean isMoney(PaymentEvent outcome) {
    return outcome instanceof PaymentCaptured || outcome instanceof PaymentCompleted;
  }
}
