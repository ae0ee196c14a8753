package io.daybook.query.order;

import io.daybook.customer.CustomerEvent.CustomerDataErased;
import io.daybook.order.OrderEvent;
import io.daybook.order.OrderEvent.OrderCancelled;
import io.daybook.order.OrderEvent.OrderConfirmed;
import io.daybook.order.OrderEvent.OrderDelivered;
import io.daybook.order.OrderEvent.OrderPlaced;
import io.daybook.order.OrderEvent.OrderPlacementFailed;
import io.daybook.order.OrderEvent.OrderPlacementStarted;
import io.daybook.order.OrderEvent.OrderShipped;
import io.daybook.order.OrderId;
import io.daybook.payment.PaymentEvent;
import io.daybook.query.projection.Changes;
import io.daybook.query.projection.Recorded;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.stereotype.Component;

/// Keeps the tables of orders, their lines and their timelines.
@Component
@ProcessingGroup("projection-order")
public class OrderProjection {
  private final OrderTable orders;
  private final TimelineTable timeline;
  private final Changes changes;

  OrderProjection(OrderTable orders, TimelineTable timeline, Changes changes) {
    this.orders = orders;
    this.timeline = timeline;
    this.changes = changes;
  }

  @EventHandler
  void on(OrderEvent event, Recorded recorded) {
    switch (event) { // no default: a new event must be decided here
      case OrderPlacementStarted started -> orders.insert(started, recorded);
      case OrderPlaced placed -> orders.place(placed, recorded);
      case OrderPlacementFailed failed -> orders.fail(failed, recorded);
      case OrderConfirmed confirmed -> orders.confirm(confirmed, recorded);
      case OrderShipped shipped -> orders.ship(shipped, recorded);
      case OrderDelivered delivered -> orders.deliver(delivered, recorded);
      case OrderCancelled cancelled -> orders.cancel(cancelled, recorded);
    }
    timeline.add(event.orderId(), Moment.of(event), recorded);
    changes.afterCommit(recorded, event.orderId());
  }

  /// Payments are part of an order's story.
  @EventHandler
  void on(PaymentEvent event, Recorded recorded) {
    OrderId order = event.orderId();
    if (order != null) {
      timeline.add(order, Moment.of(event), recorded);
      changes.afterCommit(recorded, order);
    }
  }

  /// The order stays, for the books; where it went to does not.
  @EventHandler
  void on(CustomerDataErased event, Recorded recorded) {
    orders.erase(event.customerId(), recorded);
  }

  @ResetHandler
  void reset() {
    orders.clear();
  }
}
