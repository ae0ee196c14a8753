package io.daybook.order;

import io.daybook.customer.Address;
import io.daybook.kernel.Event;
import io.daybook.kernel.Id;
import io.daybook.kernel.Money;
import io.daybook.kernel.StoredAs;
import io.daybook.kernel.id.CartId;
import io.daybook.kernel.id.CustomerId;
import io.daybook.kernel.id.OrderId;
import io.daybook.kernel.id.PaymentId;
import io.daybook.kernel.id.ProductId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What happened to an order.
public sealed interface OrderEvent extends Event {
  OrderId orderId();

  String orderNumber();

  @Override
  default Id source() {
    return orderId();
  }

  /// All that the order will be is settled here; stock and payment are still to be had.
  ///
  /// @param subtotal the sum of the lines' totals
  /// @param shippingCostBy the member of staff who gave the shipping cost by hand, if one did
  @StoredAs("order.OrderPlacementStarted")
  record OrderPlacementStarted(
      OrderId orderId,
      String orderNumber,
      CustomerId customerId,
      CartId cartId,
      List<LineItem> lineItems,
      Money subtotal,
      Money shippingCost,
      Money tax,
      Money totalAmount,
      Address shippingAddress,
      String paymentMethodId,
      @Nullable String shippingCostBy,
      Instant startedAt)
      implements OrderEvent {}

  /// Stock is held and the payment authorised: the order is pending.
  @StoredAs("order.OrderPlaced")
  record OrderPlaced(
      OrderId orderId,
      String orderNumber,
      CustomerId customerId,
      CartId cartId,
      PaymentId paymentId,
      List<LineItem> lineItems,
      Money subtotal,
      Money shippingCost,
      Money tax,
      Money totalAmount,
      Address shippingAddress,
      Instant createdAt)
      implements OrderEvent {}

  @StoredAs("order.OrderPlacementFailed")
  record OrderPlacementFailed(
      OrderId orderId,
      String orderNumber,
      CustomerId customerId,
      CartId cartId,
      OrderRejection code,
      String reason,
      @Nullable ProductId productId,
      @Nullable Integer available,
      Instant failedAt)
      implements OrderEvent {}

  @StoredAs("order.OrderConfirmed")
  record OrderConfirmed(
      OrderId orderId, String orderNumber, Instant confirmedAt, String confirmedBy)
      implements OrderEvent {}

  @StoredAs("order.OrderShipped")
  record OrderShipped(
      OrderId orderId, String orderNumber, String trackingNumber, String carrier, Instant shippedAt)
      implements OrderEvent {}

  @StoredAs("order.OrderDelivered")
  record OrderDelivered(OrderId orderId, String orderNumber, Instant deliveredAt)
      implements OrderEvent {}

  @StoredAs("order.OrderCancelled")
  record OrderCancelled(
      OrderId orderId,
      String orderNumber,
      CustomerId customerId,
      String reason,
      List<LineItem> lineItems,
      Instant cancelledAt)
      implements OrderEvent {}

  /// Somebody wants the placement to end. Its process gives up what it holds; then the placement fails.
  @StoredAs("order.OrderPlacementCancelRequested")
  record OrderPlacementCancelRequested(
      OrderId orderId, String orderNumber, String reason, Instant requestedAt)
      implements OrderEvent {}

  /// People must look at the order.
  ///
  /// @param amount what is missing, where it is money
  @StoredAs("order.OrderIssueRaised")
  record OrderIssueRaised(
      OrderId orderId,
      String orderNumber,
      OrderIssue issue,
      String detail,
      @Nullable Money amount,
      Instant raisedAt)
      implements OrderEvent {}

  @StoredAs("order.OrderIssueResolved")
  record OrderIssueResolved(
      OrderId orderId, String orderNumber, OrderIssue issue, Instant resolvedAt)
      implements OrderEvent {}
}
