package io.daybook.command.order;

import io.daybook.command.model.ModelDefinition;
import io.daybook.kernel.Event;
import io.daybook.kernel.Money;
import io.daybook.kernel.id.CustomerId;
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
import io.daybook.order.OrderStatus;
import org.jspecify.annotations.Nullable;

/// Where an order stands, for those who wait for its placement and for its payment.
public record OrderModel(
    OrderStatus status,
    String orderNumber,
    CustomerId customerId,
    Money totalAmount,
    @Nullable OrderPlacementFailed failure) {
  public static final ModelDefinition<OrderModel> DEFINITION =
      new ModelDefinition<>(OrderModel.class, OrderModel::step);

  private static OrderModel step(@Nullable OrderModel before, Event event) {
    OrderEvent next = (OrderEvent) event;
    if (next instanceof OrderPlacementStarted started) {
      return new OrderModel(
          OrderStatus.PLACING,
          started.orderNumber(),
          started.customerId(),
          started.totalAmount(),
          null);
    }
    if (before == null) {
      throw new IllegalStateException("An order does not begin with " + event);
    }
    return before.after(next);
  }

  private OrderModel after(OrderEvent event) {
    return switch (event) { // no default: a new event must be decided here
      case OrderPlacementStarted _,
          OrderPlacementCancelRequested _,
          OrderIssueRaised _,
          OrderIssueResolved _ ->
          this;
      case OrderPlaced _ -> in(OrderStatus.PENDING);
      case OrderPlacementFailed failed ->
          new OrderModel(OrderStatus.FAILED, orderNumber, customerId, totalAmount, failed);
      case OrderConfirmed _ -> in(OrderStatus.CONFIRMED);
      case OrderShipped _ -> in(OrderStatus.SHIPPED);
      case OrderDelivered _ -> in(OrderStatus.DELIVERED);
      case OrderCancelled _ -> in(OrderStatus.CANCELLED);
    };
  }

  private OrderModel in(OrderStatus next) {
    return new OrderModel(next, orderNumber, customerId, totalAmount, failure);
  }
}
