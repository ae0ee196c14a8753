package io.daybook.query.order;

import io.daybook.order.OrderEvent;
import io.daybook.order.OrderEvent.OrderCancelled;
import io.daybook.order.OrderEvent.OrderConfirmed;
import io.daybook.order.OrderEvent.OrderDelivered;
import io.daybook.order.OrderEvent.OrderPlaced;
import io.daybook.order.OrderEvent.OrderPlacementFailed;
import io.daybook.order.OrderEvent.OrderPlacementStarted;
import io.daybook.order.OrderEvent.OrderShipped;
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

/// What an order's timeline says of one event: when it happened, and the one thing worth telling.
record Moment(Instant at, @Nullable String detail) {

  static Moment of(OrderEvent event) {
    return switch (event) { // no default: a new event must be decided here
      case OrderPlacementStarted e -> new Moment(e.startedAt(), e.orderNumber());
      case OrderPlaced e -> new Moment(e.createdAt(), e.totalAmount().toString());
      case OrderPlacementFailed e -> new Moment(e.failedAt(), e.reason());
      case OrderConfirmed e -> new Moment(e.confirmedAt(), null);
      case OrderShipped e -> new Moment(e.shippedAt(), e.carrier() + " " + e.trackingNumber());
      case OrderDelivered e -> new Moment(e.deliveredAt(), null);
      case OrderCancelled e -> new Moment(e.cancelledAt(), e.reason());
    };
  }

  static Moment of(PaymentEvent event) {
    return switch (event) { // no default: a new event must be decided here
      case PaymentRequested e -> new Moment(e.requestedAt(), e.amount().toString());
      case PaymentRedirected e -> new Moment(e.redirectedAt(), null);
      case PaymentAuthorized e -> new Moment(e.authorizedAt(), e.amount().toString());
      case PaymentDeclined e -> new Moment(e.declinedAt(), e.reason());
      case PaymentOutcomeUnknown e -> new Moment(e.since(), e.reason());
      case PaymentResolutionRequested e -> new Moment(e.requestedAt(), null);
      case PaymentCaptureRequested e -> new Moment(e.requestedAt(), e.amount().toString());
      case PaymentCaptured e -> new Moment(e.capturedAt(), e.amount().toString());
      case PaymentVoidRequested e -> new Moment(e.requestedAt(), e.reason());
      case PaymentVoided e -> new Moment(e.voidedAt(), e.reason());
      case PaymentRefundRequested e -> new Moment(e.requestedAt(), e.amount().toString());
      case PaymentRefunded e -> new Moment(e.refundedAt(), e.refundAmount().toString());
      case PaymentRefundFailed e -> new Moment(e.failedAt(), e.reason());
      case PaymentCompleted e -> new Moment(e.completedAt(), e.amount().toString());
      case PaymentFailed e -> new Moment(e.failedAt(), e.reason());
    };
  }
}
