package io.daybook.payment;

import io.daybook.kernel.Event;
import io.daybook.kernel.Id;
import io.daybook.kernel.Money;
import io.daybook.kernel.StoredAs;
import io.daybook.kernel.id.CustomerId;
import io.daybook.kernel.id.OrderId;
import io.daybook.kernel.id.PaymentId;
import io.daybook.kernel.id.RefundId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What happened to a payment. An `idempotencyKey` names one request to the gateway for good:
/// asking with it again gives the same answer and moves no money twice.
public sealed interface PaymentEvent extends Event {
  PaymentId paymentId();

  @Nullable OrderId orderId();

  @Override
  default Id source() {
    return paymentId();
  }

  /// The gateway will be asked to authorise, to charge, or to redirect.
  ///
  /// @param attempt 1 for the first
  /// @param returnUrl where the customer goes after approving; redirect only
  @StoredAs("payment.PaymentRequested")
  record PaymentRequested(
      PaymentId paymentId,
      @Nullable OrderId orderId,
      @Nullable CustomerId customerId,
      PaymentOperation operation,
      String paymentMethodId,
      Money amount,
      int attempt,
      String idempotencyKey,
      @Nullable String returnUrl,
      @Nullable String cancelUrl,
      Instant requestedAt)
      implements PaymentEvent {}

  /// The customer has to approve at this URL.
  @StoredAs("payment.PaymentRedirected")
  record PaymentRedirected(
      PaymentId paymentId,
      @Nullable OrderId orderId,
      String redirectUrl,
      String reference,
      Instant redirectedAt)
      implements PaymentEvent {}

  /// @param expiresAt when the authorisation lapses; none where it does not
  @StoredAs("payment.PaymentAuthorized")
  record PaymentAuthorized(
      PaymentId paymentId,
      @Nullable OrderId orderId,
      Money amount,
      String authorizationId,
      String paymentMethod,
      Instant authorizedAt,
      @Nullable Instant expiresAt)
      implements PaymentEvent {}

  @StoredAs("payment.PaymentDeclined")
  record PaymentDeclined(
      PaymentId paymentId,
      @Nullable OrderId orderId,
      Money amount,
      DeclineKind kind,
      String reason,
      Instant declinedAt)
      implements PaymentEvent {}

  /// Nobody knows yet whether money moved: it is resolved with the gateway, never retried.
  @StoredAs("payment.PaymentOutcomeUnknown")
  record PaymentOutcomeUnknown(
      PaymentId paymentId,
      @Nullable OrderId orderId,
      PaymentOperation operation,
      String idempotencyKey,
      String reason,
      Instant since)
      implements PaymentEvent {}

  /// The gateway will be asked what became of a request.
  @StoredAs("payment.PaymentResolutionRequested")
  record PaymentResolutionRequested(
      PaymentId paymentId,
      @Nullable OrderId orderId,
      PaymentOperation operation,
      String paymentMethodId,
      String idempotencyKey,
      Instant requestedAt)
      implements PaymentEvent {}

  @StoredAs("payment.PaymentCaptureRequested")
  record PaymentCaptureRequested(
      PaymentId paymentId,
      @Nullable OrderId orderId,
      Money amount,
      String authorizationId,
      String paymentMethodId,
      String idempotencyKey,
      Instant requestedAt)
      implements PaymentEvent {}

  @StoredAs("payment.PaymentCaptured")
  record PaymentCaptured(
      PaymentId paymentId,
      @Nullable OrderId orderId,
      Money amount,
      String captureId,
      Instant capturedAt)
      implements PaymentEvent {}

  @StoredAs("payment.PaymentVoidRequested")
  record PaymentVoidRequested(
      PaymentId paymentId,
      @Nullable OrderId orderId,
      @Nullable String authorizationId,
      String paymentMethodId,
      String reason,
      String idempotencyKey,
      Instant requestedAt)
      implements PaymentEvent {}

  @StoredAs("payment.PaymentVoided")
  record PaymentVoided(
      PaymentId paymentId, @Nullable OrderId orderId, String reason, Instant voidedAt)
      implements PaymentEvent {}

  /// From here on the amount counts as refunded, so that two refunds never exceed the capture.
  @StoredAs("payment.PaymentRefundRequested")
  record PaymentRefundRequested(
      PaymentId paymentId,
      @Nullable OrderId orderId,
      RefundId refundId,
      Money amount,
      String captureId,
      String paymentMethodId,
      String reason,
      String idempotencyKey,
      Instant requestedAt)
      implements PaymentEvent {}

  @StoredAs("payment.PaymentRefunded")
  record PaymentRefunded(
      PaymentId paymentId,
      @Nullable OrderId orderId,
      Money refundAmount,
      RefundId refundId,
      String reference,
      Instant refundedAt)
      implements PaymentEvent {}

  @StoredAs("payment.PaymentRefundFailed")
  record PaymentRefundFailed(
      PaymentId paymentId,
      @Nullable OrderId orderId,
      Money amount,
      RefundId refundId,
      String reason,
      Instant failedAt)
      implements PaymentEvent {}

  /// The money of a [PaymentOperation#CHARGE] has come.
  @StoredAs("payment.PaymentCompleted")
  record PaymentCompleted(
      PaymentId paymentId,
      @Nullable OrderId orderId,
      @Nullable CustomerId customerId,
      Money amount,
      String reference,
      Instant completedAt)
      implements PaymentEvent {}

  /// A charge, a capture or a void did not succeed.
  @StoredAs("payment.PaymentFailed")
  record PaymentFailed(
      PaymentId paymentId,
      @Nullable OrderId orderId,
      @Nullable CustomerId customerId,
      PaymentOperation operation,
      Money amount,
      DeclineKind kind,
      String reason,
      Instant failedAt)
      implements PaymentEvent {}
}
