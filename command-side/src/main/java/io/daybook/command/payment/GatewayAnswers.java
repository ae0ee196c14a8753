package io.daybook.command.payment;

import io.daybook.command.payment.PaymentState.OpenRequest;
import io.daybook.command.payment.PaymentState.Requested;
import io.daybook.kernel.Context;
import io.daybook.kernel.id.PaymentId;
import io.daybook.kernel.id.RefundId;
import io.daybook.payment.GatewayAnswer;
import io.daybook.payment.GatewayAnswer.Approved;
import io.daybook.payment.GatewayAnswer.Declined;
import io.daybook.payment.GatewayAnswer.Redirected;
import io.daybook.payment.GatewayAnswer.Unknown;
import io.daybook.payment.PaymentEvent;
import io.daybook.payment.PaymentEvent.PaymentAuthorized;
import io.daybook.payment.PaymentEvent.PaymentCaptured;
import io.daybook.payment.PaymentEvent.PaymentCompleted;
import io.daybook.payment.PaymentEvent.PaymentDeclined;
import io.daybook.payment.PaymentEvent.PaymentFailed;
import io.daybook.payment.PaymentEvent.PaymentOutcomeUnknown;
import io.daybook.payment.PaymentEvent.PaymentRedirected;
import io.daybook.payment.PaymentEvent.PaymentRefundFailed;
import io.daybook.payment.PaymentEvent.PaymentRefunded;
import io.daybook.payment.PaymentEvent.PaymentVoided;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Makes the event of a gateway's answer to an open request.
final class GatewayAnswers {
  private final PaymentHistory payment;
  private final Instant at;

  GatewayAnswers(PaymentHistory payment, Context context) {
    this.payment = payment;
    this.at = context.at();
  }

  /// Empty when the answer tells nothing new.
  Optional<PaymentEvent> event(OpenRequest request, GatewayAnswer answer) {
    return switch (answer) {
      case Approved approved -> Optional.of(approved(request, approved));
      case Declined declined -> Optional.of(declined(request, declined));
      case Redirected redirected -> redirected(redirected);
      case Unknown unknown -> unknown(request, unknown);
    };
  }

  private PaymentEvent approved(OpenRequest request, Approved answer) {
    String reference = answer.reference();
    return switch (request.operation()) {
      case AUTHORIZE, REDIRECT ->
          new PaymentAuthorized(
              id(),
              payment.first().orderId(),
              request.amount(),
              reference,
              payment.first().paymentMethodId(),
              at,
              answer.expiresAt());
      case CHARGE ->
          new PaymentCompleted(
              id(),
              payment.first().orderId(),
              payment.first().customerId(),
              request.amount(),
              reference,
              at);
      case CAPTURE ->
          new PaymentCaptured(id(), payment.first().orderId(), request.amount(), reference, at);
      case VOID ->
          new PaymentVoided(
              id(),
              payment.first().orderId(),
              Objects.requireNonNullElse(payment.state().voidReason(), ""),
              at);
      case REFUND ->
          new PaymentRefunded(
              id(), payment.first().orderId(), request.amount(), refund(request), reference, at);
    };
  }

  private PaymentEvent declined(OpenRequest request, Declined answer) {
    return switch (request.operation()) {
      case AUTHORIZE, REDIRECT ->
          new PaymentDeclined(
              id(),
              payment.first().orderId(),
              request.amount(),
              answer.kind(),
              answer.reason(),
              at);
      case CHARGE, CAPTURE, VOID ->
          new PaymentFailed(
              id(),
              payment.first().orderId(),
              payment.first().customerId(),
              request.operation(),
              request.amount(),
              answer.kind(),
              answer.reason(),
              at);
      case REFUND ->
          new PaymentRefundFailed(
              id(),
              payment.first().orderId(),
              request.amount(),
              refund(request),
              answer.reason(),
              at);
    };
  }

  private Optional<PaymentEvent> redirected(Redirected answer) {
    if (!(payment.state() instanceof Requested)) {
      return Optional.empty();
    }
    return Optional.of(
        new PaymentRedirected(
            id(), payment.first().orderId(), answer.redirectUrl(), answer.reference(), at));
  }

  private Optional<PaymentEvent> unknown(OpenRequest request, Unknown answer) {
    if (payment.unknown().contains(request.key())) {
      return Optional.empty();
    }
    return Optional.of(
        new PaymentOutcomeUnknown(
            id(),
            payment.first().orderId(),
            request.operation(),
            request.key(),
            answer.reason(),
            at));
  }

  private PaymentId id() {
    return payment.first().paymentId();
  }

  private static RefundId refund(OpenRequest request) {
    @Nullable RefundId refund = request.refundId();
    if (refund == null) {
      throw new IllegalStateException("A refund without its id");
    }
    return refund;
  }
}
