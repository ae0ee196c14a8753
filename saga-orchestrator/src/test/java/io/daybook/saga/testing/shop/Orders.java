package io.daybook.saga.testing.shop;

import io.daybook.cart.CartCommand.ClearCart;
import io.daybook.kernel.Meta;
import io.daybook.kernel.Rejection;
import io.daybook.kernel.id.CartId;
import io.daybook.kernel.id.OrderId;
import io.daybook.order.OrderCommand.CompleteOrderPlacement;
import io.daybook.order.OrderCommand.FailOrderPlacement;
import io.daybook.order.OrderEvent.OrderPlacementFailed;
import io.daybook.order.OrderEvent.OrderShipped;
import io.daybook.order.OrderRejection;
import io.daybook.saga.testing.Samples;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.MetaData;
import org.springframework.stereotype.Component;

/// As much of orders and carts as the processes need: how each order ended, decided once.
@Component
public class Orders {
  public static final String PLACED = "PLACED";

  private final Announcements announcements;
  private final Map<OrderId, String> outcomes = new ConcurrentHashMap<>();
  private final Set<CartId> cleared = ConcurrentHashMap.newKeySet();

  Orders(Announcements announcements) {
    this.announcements = announcements;
  }

  public void start(OrderId order, String paymentMethodId) {
    announcements.publish(Samples.started(order, paymentMethodId), metadata());
  }

  public void ship(OrderId order) {
    announcements.publish(new OrderShipped(order, "A-1", "1Z", "UPS", Samples.NOW), metadata());
  }

  /// `PLACED`, the code of the failure, or nothing yet.
  public String outcome(OrderId order) {
    return outcomes.getOrDefault(order, "");
  }

  public Set<CartId> cleared() {
    return cleared;
  }

  @CommandHandler
  void handle(CompleteOrderPlacement command) {
    if (!PLACED.equals(decided(command.orderId(), PLACED))) {
      throw Rejection.of(OrderRejection.INVALID_STATUS_TRANSITION);
    }
  }

  @CommandHandler
  void handle(FailOrderPlacement command, MetaData metadata) {
    String outcome = decided(command.orderId(), command.code().name());
    if (PLACED.equals(outcome)) {
      throw Rejection.of(OrderRejection.INVALID_STATUS_TRANSITION);
    }
    announcements.publish(
        new OrderPlacementFailed(
            command.orderId(),
            "A-1",
            Samples.CUSTOMER,
            Samples.CART,
            command.code(),
            command.reason(),
            command.productId(),
            command.available(),
            Samples.NOW),
        metadata);
  }

  @CommandHandler
  void handle(ClearCart command) {
    cleared.add(command.cartId());
  }

  private String decided(OrderId order, String outcome) {
    String before = outcomes.putIfAbsent(order, outcome);
    return before == null ? outcome : before;
  }

  private static MetaData metadata() {
    return MetaData.from(Map.of(Meta.TENANT_ID, Samples.TENANT.value(), Meta.CORRELATION_ID, "c"));
  }
}
