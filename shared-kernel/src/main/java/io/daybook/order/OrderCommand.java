package io.daybook.order;

import io.daybook.kernel.Command;
import io.daybook.kernel.Id;
import io.daybook.kernel.Money;
import io.daybook.kernel.RejectionCode;
import io.daybook.kernel.id.AddressId;
import io.daybook.kernel.id.CartId;
import io.daybook.kernel.id.CustomerId;
import io.daybook.kernel.id.OrderId;
import io.daybook.kernel.id.PaymentId;
import io.daybook.kernel.id.ProductId;
import org.jspecify.annotations.Nullable;

/// What can be asked of an order.
public sealed interface OrderCommand extends Command {
  OrderId orderId();

  @Override
  default Id target() {
    return orderId();
  }

  @Override
  default RejectionCode missing() {
    return OrderRejection.ORDER_NOT_FOUND;
  }

  /// Starts the placement of an order for what is in the cart.
  ///
  /// @param paymentMethodId `<gateway>:<token>`, such as `sandbox:approve` or `manual:invoice`
  /// @param cartId the customer's own cart where it is absent
  /// @param expectedTotal what the customer was shown; where the order comes to another amount by now,
  ///     it is refused with [OrderRejection#PRICE_CHANGED]
  /// @param staffTerms staff only
  record PlaceOrder(
      OrderId orderId,
      CustomerId customerId,
      AddressId shippingAddressId,
      String paymentMethodId,
      @Nullable CartId cartId,
      @Nullable Money expectedTotal,
      @Nullable StaffTerms staffTerms)
      implements OrderCommand {}

  /// The process has the stock and the payment: the order stands.
  record CompleteOrderPlacement(OrderId orderId, PaymentId paymentId) implements OrderCommand {}

  /// The process could not get the stock or the payment, and has undone what it did.
  ///
  /// @param productId which product was short, if that was the reason
  /// @param available how many of it were left
  record FailOrderPlacement(
      OrderId orderId,
      OrderRejection code,
      String reason,
      @Nullable ProductId productId,
      @Nullable Integer available)
      implements OrderCommand {}

  record ConfirmOrder(OrderId orderId) implements OrderCommand {}

  /// Tracking may be missing here so that the refusal can name it.
  record ShipOrder(OrderId orderId, @Nullable String trackingNumber, @Nullable String carrier)
      implements OrderCommand {}

  record DeliverOrder(OrderId orderId) implements OrderCommand {}

  /// Ends an order, or the attempt to place it, before it is shipped.
  record CancelOrder(OrderId orderId, @Nullable String reason) implements OrderCommand {}

  /// A process has found something about the order that people must look at.
  ///
  /// @param amount what is missing, where it is money
  record RaiseOrderIssue(OrderId orderId, OrderIssue issue, String detail, @Nullable Money amount)
      implements OrderCommand {}

  /// The issue was seen to.
  record ResolveOrderIssue(OrderId orderId, OrderIssue issue) implements OrderCommand {}
}
