package io.daybook.command.payment;

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
import io.daybook.payment.PaymentStatus;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a gateway's answer to an open request means for the payment.
final class Answers {
  private final PaymentState state;
  private final Instant at;

  Answers(PaymentState state, Context context) {
    this.state = state;
    this.at = context.at();
  }

  /// Empty when the answer tells nothing new.
  Optional<PaymentEvent> event(String key, PaymentState.Open request, GatewayAnswer answer) {
    return switch (answer) {
      case Approved approved -> Optional.of(approved(request, approved));
      case Declined declined -> Optional.of(declined(request, declined));
      case Redirected redirected -> redirected(redirected);
      case Unknown unknown -> unknown(key, request, unknown);
    };
  }

  private PaymentEvent approved(PaymentState.Open request, Approved answer) {
    String reference = answer.reference();
    return switch (request.operation()) {
      case AUTHORIZE, REDIRECT ->
          new PaymentAuthorized(
              id(),
              state.first.orderId(),
              request.amount(),
              reference,
              state.first.paymentMethodId(),
              at,
              answer.expiresAt());
      case CHARGE ->
          new PaymentCompleted(
              id(),
              state.first.orderId(),
              state.first.customerId(),
              request.amount(),
              reference,
              at);
      case CAPTURE ->
          new PaymentCaptured(id(), state.first.orderId(), request.amount(), reference, at);
      case VOID ->
          new PaymentVoided(
              id(), state.first.orderId(), Objects.requireNonNullElse(state.voidReason, ""), at);
      case REFUND ->
          new PaymentRefunded(
              id(), state.first.orderId(), request.amount(), refund(request), reference, at);
    };
  }

  private PaymentEvent declined(PaymentState.Open request, Declined answer) {
    return switch (request.operation()) {
      case AUTHORIZE, REDIRECT ->
          new PaymentDeclined(
              id(), state.first.orderId(), request.amount(), answer.kind(), answer.reason(), at);
      case CHARGE, CAPTURE, VOID ->
          new PaymentFailed(
              id(),
              state.first.orderId(),
              state.first.customerId(),
              request.operation(),
              request.amount(),
              answer.kind(),
              answer.reason(),
              at);
      case REFUND ->
          new PaymentRefundFailed(
              id(), state.first.orderId(), request.amount(), refund(request), answer.reason(), at);
    };
  }

  private Optional<PaymentEvent> redirected(Redirected answer) {
    if (state.status != PaymentStatus.REQUESTED) {
      return Optional.empty();
    }
    return Optional.of(
        new PaymentRedirected(
            id(), state.first.orderId(), answer.redirectUrl(), answer.reference(), at));
  }

  private Optional<PaymentEvent> unknown(String key, PaymentState.Open request, Unknown answer) {
    if (state.unknown.contains(key)) {
      return Optional.empty();
    }
    return Optional.of(
        new PaymentOutcomeUnknown(
            id(), state.first.orderId(), request.operation(), key, answer.reason(), at));
  }

  private PaymentId id() {
    return state.first.paymentId();
  }

  private static RefundId refund(PaymentState.Open request) {
    @Nullable RefundId refund = request.refundId();
    if (refund == null) {
      throw new IllegalStateException("A refund without its id");
    }
    return refund;
  }
}
