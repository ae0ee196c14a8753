package io.daybook.query.order;

import io.daybook.customer.Address;
import io.daybook.kernel.Money;
import io.daybook.order.OrderStatus;
import io.daybook.query.graphql.Columns;
import io.daybook.query.graphql.Entity;
import java.sql.ResultSet;
import java.sql.SQLException;
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

  static Order read(ResultSet row, int number) throws SQLException {
    Columns columns = new Columns(row);
    return new Order(
        columns.text("order_id"),
        columns.text("order_number"),
        columns.text("customer_id"),
        columns.text("cart_id"),
        columns.one(OrderStatus.class, "status"),
        columns.text("payment_method"),
        columns.money("subtotal"),
        columns.money("shipping_cost"),
        columns.textOrNull("shipping_cost_by"),
        columns.money("tax"),
        columns.money("total_amount"),
        address(columns),
        columns.time("created_at"),
        columns.timeOrNull("placed_at"),
        columns.timeOrNull("confirmed_at"),
        columns.textOrNull("confirmed_by"),
        columns.timeOrNull("shipped_at"),
        columns.textOrNull("carrier"),
        columns.textOrNull("tracking_number"),
        columns.timeOrNull("delivered_at"),
        columns.timeOrNull("cancelled_at"),
        columns.textOrNull("cancel_reason"),
        failure(columns),
        row.getBoolean("customer_erased"));
  }

  private static @Nullable Address address(Columns columns) throws SQLException {
    return columns.textOrNull("country") == null
        ? null
        : new Address(
            columns.text("recipient_name"),
            columns.text("street"),
            columns.text("city"),
            columns.textOrNull("state"),
            columns.text("postal_code"),
            columns.text("country"));
  }

  private static @Nullable OrderFailure failure(Columns columns) throws SQLException {
    String code = columns.textOrNull("failure_code");
    return code == null
        ? null
        : new OrderFailure(
            code,
            columns.text("failure_reason"),
            columns.time("failed_at"),
            columns.textOrNull("failed_product_id"),
            columns.numberOrNull("failed_available"));
  }

  /// Why an order could not be placed.
  record OrderFailure(
      String code,
      String reason,
      Instant at,
      @Nullable String productId,
      @Nullable Integer available) {}
}
