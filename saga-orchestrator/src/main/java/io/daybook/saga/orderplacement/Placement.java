package io.daybook.saga.orderplacement;

import io.daybook.kernel.Money;
import io.daybook.kernel.id.CartId;
import io.daybook.kernel.id.CartItemId;
import io.daybook.kernel.id.CustomerId;
import io.daybook.kernel.id.OrderId;
import io.daybook.kernel.id.PaymentId;
import io.daybook.order.LineItem;
import io.daybook.order.OrderEvent.OrderPlacementStarted;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What a placement has to bring about, settled when it started.
record Placement(
    OrderId orderId,
    CustomerId customerId,
    CartId cartId,
    String paymentMethodId,
    Money totalAmount,
    List<Demand> demand,
    Map<CartItemId, Integer> ordered) {

  static Placement of(OrderPlacementStarted started) {
    Map<CartItemId, Integer> ordered =
        started.lineItems().stream()
            .collect(Collectors.toMap(LineItem::cartItemId, LineItem::quantity, Math::addExact));
    return new Placement(
        started.orderId(),
        started.customerId(),
        started.cartId(),
        started.paymentMethodId(),
        started.totalAmount(),
        Demand.of(started.lineItems()),
        ordered);
  }

  PaymentId paymentId() {
    return PaymentId.of(orderId);
  }
}
