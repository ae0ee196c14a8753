package io.daybook.query.order;

import io.daybook.order.OrderEvent;
import io.daybook.order.OrderEvent.OrderCancelled;
import io.daybook.order.OrderEvent.OrderConfirmed;
import io.daybook.order.OrderEvent.OrderDelivered;
import io.daybook.order.OrderEvent.OrderIssueRaised;
import io.daybook.order.OrderEvent.OrderIssueResolved;
import io.daybook.order.OrderEvent.OrderPlaced;
import io.daybook.order.OrderEvent.OrderPlacementCancelRequested;
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

/// What an order's timeline says of one event: when it happened, and its most telling value.
record TimelineDetail(Instant at, @Nullable String text) {

  static TimelineDetail of(OrderEvent event) {
    return switch (event) { // no default: a new event must be decided here
      case OrderPlacementStarted e -> new TimelineDetail(e.startedAt(), e.orderNumber());
      case OrderPlaced e -> new TimelineDetail(e.createdAt(), e.totalAmount().toString());
      case OrderPlacementFailed e -> new TimelineDetail(e.failedAt(), e.reason());
      case OrderConfirmed e -> new TimelineDetail(e.confirmedAt(), null);
      case OrderShipped e ->
          new TimelineDetail(e.shippedAt(), e.carrier() + " " + e.trackingNumber());
      case OrderDelivered e -> new TimelineDetail(e.deliveredAt(), null);
      case OrderCancelled e -> new TimelineDetail(e.cancelledAt(), e.reason());
      case OrderPlacementCancelRequested e -> new TimelineDetail(e.requestedAt(), e.reason());
      case OrderIssueRaised e -> new TimelineDetail(e.raisedAt(), e.issue() + ": " + e.detail());
      case OrderIssueResolved e -> new TimelineDetail(e.resolvedAt(), e.issue().name());
    };
  }

  static TimelineDetail of(PaymentEvent event) {
    return switch (event) { // no default: a new event must be decided here
      case PaymentRequested e -> new TimelineDetail(e.requestedAt(), e.amount().toString());
      case PaymentRedirected e -> new TimelineDetail(e.redirectedAt(), null);
      case PaymentAuthorized e -> new TimelineDetail(e.authorizedAt(), e.amount().toString());
      case PaymentDeclined e -> new TimelineDetail(e.declinedAt(), e.reason());
      case PaymentOutcomeUnknown e -> new TimelineDetail(e.since(), e.reason());
      case PaymentResolutionRequested e -> new TimelineDetail(e.requestedAt(), null);
      case PaymentCaptureRequested e -> new TimelineDetail(e.requestedAt(), e.amount().toString());
      case PaymentCaptured e -> new TimelineDetail(e.capturedAt(), e.amount().toString());
      case PaymentVoidRequested e -> new TimelineDetail(e.requestedAt(), e.reason());
      case PaymentVoided e -> new TimelineDetail(e.voidedAt(), e.reason());
      case PaymentRefundRequested e -> new TimelineDetail(e.requestedAt(), e.amount().toString());
      case PaymentRefunded e -> new TimelineDetail(e.refundedAt(), e.refundAmount().toString());
      case PaymentRefundFailed e -> new TimelineDetail(e.failedAt(), e.reason());
      case PaymentCompleted e -> new TimelineDetail(e.completedAt(), e.amount().toString());
      case PaymentFailed e -> new TimelineDetail(e.failedAt(), e.reason());
    };
  }
}
