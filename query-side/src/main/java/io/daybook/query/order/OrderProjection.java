package io.daybook.query.order;

import io.daybook.customer.CustomerEvent.CustomerDataErased;
import io.daybook.eventstore.batch.Batch;
import io.daybook.kernel.id.OrderId;
import io.daybook.order.OrderEvent;
import io.daybook.order.OrderEvent.OrderCancelled;
import io.daybook.order.OrderEvent.OrderConfirmed;
import io.daybook.order.OrderEvent.OrderDelivered;
import io.daybook.order.OrderEvent.OrderPlaced;
import io.daybook.order.OrderEvent.OrderPlacementFailed;
import io.daybook.order.OrderEvent.OrderPlacementStarted;
import io.daybook.order.OrderEvent.OrderShipped;
import io.daybook.payment.PaymentEvent;
import io.daybook.query.projection.Changes;
import io.daybook.query.projection.Fact;
import io.daybook.query.projection.Projection;
import io.daybook.query.projection.Recorded;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Keeps the tables of orders, their lines and their timelines.
@Component
@ProcessingGroup("projection-order")
public class OrderProjection extends Projection {
  private final Changes changes;

  public OrderProjection(JdbcClient database, Changes changes) {
    super(database, "orders", "order_lines", "order_timeline", "order_erasures");
    this.changes = changes;
  }

  @EventHandler
  void on(OrderEvent event, Recorded recorded, Batch batch) {
    switch (event) { // no default: a new event must be decided here
      case OrderPlacementStarted e -> start(new Fact<>(e, recorded), batch);
      case OrderPlaced e -> batch.add(OrderWrites.PLACED, new Fact<>(e, recorded));
      case OrderPlacementFailed e -> batch.add(OrderWrites.FAILED, new Fact<>(e, recorded));
      case OrderConfirmed e -> batch.add(OrderWrites.CONFIRMED, new Fact<>(e, recorded));
      case OrderShipped e -> batch.add(OrderWrites.SHIPPED, new Fact<>(e, recorded));
      case OrderDelivered e -> batch.add(OrderWrites.DELIVERED, new Fact<>(e, recorded));
      case OrderCancelled e -> batch.add(OrderWrites.CANCELLED, new Fact<>(e, recorded));
    }
    tell(event.orderId(), Moment.of(event), recorded, batch);
  }

  private static void start(Fact<OrderPlacementStarted> started, Batch batch) {
    batch.add(OrderWrites.BEFORE_STARTED, started);
    batch.add(OrderWrites.STARTED, started);
  }

  /// Payments are part of an order's story.
  @EventHandler
  void on(PaymentEvent event, Recorded recorded, Batch batch) {
    OrderId order = event.orderId();
    if (order != null) {
      tell(order, Moment.of(event), recorded, batch);
    }
  }

  private void tell(OrderId order, Moment moment, Recorded recorded, Batch batch) {
    batch.add(TimelineRow.WRITE, new TimelineRow(order, moment, recorded));
    changes.afterCommit(batch, recorded, order);
  }

  /// The order stays, for the books; where it went to does not.
  @EventHandler
  void on(CustomerDataErased event, Recorded recorded, Batch batch) {
    Fact<CustomerDataErased> erased = new Fact<>(event, recorded);
    batch.add(OrderWrites.BEFORE_ERASED, erased);
    batch.add(OrderWrites.ERASED, erased);
  }
}
