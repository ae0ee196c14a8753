package io.daybook.query.payment;

import io.daybook.kernel.Money;
import io.daybook.payment.PaymentEvent;
import io.daybook.payment.PaymentEvent.PaymentAuthorized;
import io.daybook.payment.PaymentEvent.PaymentCaptureRequested;
import io.daybook.payment.PaymentEvent.PaymentCaptured;
import io.daybook.payment.PaymentEvent.PaymentCompleted;
import io.daybook.payment.PaymentEvent.PaymentDeclined;
import io.daybook.payment.PaymentEvent.PaymentFailed;
import io.daybook.payment.PaymentEvent.PaymentOutcomeUnknown;
import io.daybook.payment.PaymentEvent.PaymentRedirected;
import io.daybook.payment.PaymentEvent.PaymentRefundFailed;
import io.daybook.payment.PaymentEvent.PaymentRefundRequested;
import io.daybook.payment.PaymentEvent.PaymentRefunded;
import io.daybook.payment.PaymentEvent.PaymentRequested;
import io.daybook.payment.PaymentEvent.PaymentResolutionRequested;
import io.daybook.payment.PaymentEvent.PaymentVoidRequested;
import io.daybook.payment.PaymentEvent.PaymentVoided;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a payment event says in its row of `payment_operations`.
///
/// @param reference what the gateway calls it
record PaymentStepDetail(
    Instant at, @Nullable Money amount, @Nullable String reference, @Nullable String reason) {

  static PaymentStepDetail of(PaymentEvent event) {
    return switch (event) { // no default: a new event must be decided here
      case PaymentRequested e -> new PaymentStepDetail(e.requestedAt(), e.amount(), null, null);
      case PaymentRedirected e ->
          new PaymentStepDetail(e.redirectedAt(), null, e.reference(), null);
      case PaymentAuthorized e ->
          new PaymentStepDetail(e.authorizedAt(), e.amount(), e.authorizationId(), null);
      case PaymentDeclined e -> new PaymentStepDetail(e.declinedAt(), e.amount(), null, e.reason());
      case PaymentOutcomeUnknown e -> new PaymentStepDetail(e.since(), null, null, e.reason());
      case PaymentResolutionRequested e -> new PaymentStepDetail(e.requestedAt(), null, null, null);
      case PaymentCaptureRequested e ->
          new PaymentStepDetail(e.requestedAt(), e.amount(), e.authorizationId(), null);
      case PaymentCaptured e ->
          new PaymentStepDetail(e.capturedAt(), e.amount(), e.captureId(), null);
      case PaymentVoidRequested e ->
          new PaymentStepDetail(e.requestedAt(), null, e.authorizationId(), e.reason());
      case PaymentVoided e -> new PaymentStepDetail(e.voidedAt(), null, null, e.reason());
      case PaymentRefundRequested e ->
          new PaymentStepDetail(e.requestedAt(), e.amount(), e.refundId().value(), e.reason());
      case PaymentRefunded e ->
          new PaymentStepDetail(e.refundedAt(), e.refundAmount(), e.reference(), null);
      case PaymentRefundFailed e ->
          new PaymentStepDetail(e.failedAt(), e.amount(), e.refundId().value(), e.reason());
      case PaymentCompleted e ->
          new PaymentStepDetail(e.completedAt(), e.amount(), e.reference(), null);
      case PaymentFailed e -> new PaymentStepDetail(e.failedAt(), e.amount(), null, e.reason());
    };
  }
}
