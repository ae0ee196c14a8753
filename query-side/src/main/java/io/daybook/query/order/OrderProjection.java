package io.daybook.query.order;

import io.daybook.customer.CustomerEvent.CustomerDataErased;
import io.daybook.eventstore.batch.Batch;
import io.daybook.kernel.id.OrderId;
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
import io.daybook.query.projection.EventRow;
import io.daybook.query.projection.Projection;
import io.daybook.query.projection.Recorded;
import io.daybook.query.projection.UpdateEmitter;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Keeps the tables of orders, their lines and their timelines.
@Component
@ProcessingGroup("projection-order")
public class OrderProjection extends Projection {
  private final UpdateEmitter updates;

  public OrderProjection(JdbcClient database, UpdateEmitter updates) {
    super(database, "orders", "order_lines", "order_timeline", "order_erasures", "order_issues");
    this.updates = updates;
  }

  @EventHandler
  void on(OrderEvent event, Recorded recorded, Batch batch) {
    switch (event) { // no default: a new event must be decided here
      case OrderPlacementStarted e -> start(new EventRow<>(e, recorded), batch);
      case OrderPlaced e -> batch.add(OrderWrites.PLACED, new EventRow<>(e, recorded));
      case OrderPlacementFailed e -> batch.add(OrderWrites.FAILED, new EventRow<>(e, recorded));
      case OrderConfirmed e -> batch.add(OrderWrites.CONFIRMED, new EventRow<>(e, recorded));
      case OrderShipped e -> batch.add(OrderWrites.SHIPPED, new EventRow<>(e, recorded));
      case OrderDelivered e -> batch.add(OrderWrites.DELIVERED, new EventRow<>(e, recorded));
      case OrderCancelled e -> batch.add(OrderWrites.CANCELLED, new EventRow<>(e, recorded));
      case OrderIssueRaised e -> batch.add(IssueWrites.RAISED, new EventRow<>(e, recorded));
      case OrderIssueResolved e -> batch.add(IssueWrites.RESOLVED, new EventRow<>(e, recorded));
      case OrderPlacementCancelRequested _ -> {} // It fails in a moment.
    }
    addToTimeline(event.orderId(), TimelineDetail.of(event), recorded, batch);
  }

  private static void start(EventRow<OrderPlacementStarted> started, Batch batch) {
    batch.add(OrderWrites.BEFORE_STARTED, started);
    batch.add(OrderWrites.STARTED, started);
  }

  /// The timeline of an order has the events of its payments as well.
  @EventHandler
  void on(PaymentEvent event, Recorded recorded, Batch batch) {
    OrderId order = event.orderId();
    if (order != null) {
      addToTimeline(order, TimelineDetail.of(event), recorded, batch);
    }
  }

  private void addToTimeline(OrderId order, TimelineDetail detail, Recorded recorded, Batch batch) {
    batch.add(TimelineRow.WRITE, new TimelineRow(order, detail, recorded));
    updates.emitAfterCommit(batch, recorded, order);
  }

  /// The order stays, because the books need it; its address is removed.
  @EventHandler
  void on(CustomerDataErased event, Recorded recorded, Batch batch) {
    EventRow<CustomerDataErased> erased = new EventRow<>(event, recorded);
    batch.add(OrderWrites.BEFORE_ERASED, erased);
    batch.add(OrderWrites.ERASED, erased);
  }
}
