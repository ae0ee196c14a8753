package io.daybook.query.order;

import io.daybook.customer.Address;
import io.daybook.kernel.Money;
import io.daybook.order.OrderStatus;
import io.daybook.query.graphql.Entity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An order as read.
///
/// @param erased whether the data of its customer was erased
record Order(
    String id,
    String orderNumber,
    String customerId,
    String cartId,
    OrderStatus status,
    String paymentMethod,
    Money subtotal,
    Money shippingCost,
    @Nullable String shippingCostBy,
    Money tax,
    Money totalAmount,
    @Nullable Address shippingAddress,
    Instant createdAt,
    @Nullable Instant placedAt,
    @Nullable Instant confirmedAt,
    @Nullable String confirmedBy,
    @Nullable Instant shippedAt,
    @Nullable String carrier,
    @Nullable String trackingNumber,
    @Nullable Instant deliveredAt,
    @Nullable Instant cancelledAt,
    @Nullable String cancelReason,
    @Nullable OrderFailure failure,
    boolean erased)
    implements Entity {

  /// Why an order could not be placed.
  record OrderFailure(
      String code,
      String reason,
      Instant at,
      @Nullable String productId,
      @Nullable Integer available) {}
}
