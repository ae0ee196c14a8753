package io.daybook.query.order;

import io.daybook.customer.Address;
import io.daybook.customer.CustomerId;
import io.daybook.order.OrderEvent;
import io.daybook.order.OrderEvent.OrderCancelled;
import io.daybook.order.OrderEvent.OrderConfirmed;
import io.daybook.order.OrderEvent.OrderDelivered;
import io.daybook.order.OrderEvent.OrderPlaced;
import io.daybook.order.OrderEvent.OrderPlacementFailed;
import io.daybook.order.OrderEvent.OrderPlacementStarted;
import io.daybook.order.OrderEvent.OrderShipped;
import io.daybook.order.OrderStatus;
import io.daybook.query.projection.Recorded;
import io.daybook.query.projection.Sql;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/// Writes orders and their lines, one statement an event.
@Component
class OrderTable {
  private final JdbcClient database;

  OrderTable(JdbcClient database) {
    this.database = database;
  }

  void insert(OrderPlacementStarted event, Recorded recorded) {
    StatementSpec insert =
        database
            .sql(OrderSql.INSERT)
            .param("tenant", recorded.tenant())
            .param("order", event.orderId().value())
            .param("number", event.orderNumber())
            .param("customer", event.customerId().value())
            .param("cart", event.cartId().value())
            .param("method", event.paymentMethodId())
            .param("status", OrderStatus.PLACING.name())
            .param("lines", Sql.json(event.lineItems()))
            .param("at", Sql.time(event.startedAt()))
            .param("version", recorded.sequence());
    withAddress(withAmounts(insert, event), event.shippingAddress()).update();
  }

  private static StatementSpec withAmounts(StatementSpec insert, OrderPlacementStarted event) {
    return insert
        .param("currency", event.totalAmount().currency().getCurrencyCode())
        .param("subtotal", event.subtotal().amountMinor())
        .param("shippingCost", event.shippingCost().amountMinor())
        .param("shippingCostBy", event.shippingCostBy())
        .param("tax", event.tax().amountMinor())
        .param("total", event.totalAmount().amountMinor());
  }

  private static StatementSpec withAddress(StatementSpec insert, Address address) {
    return insert
        .param("recipientName", address.recipientName())
        .param("street", address.street())
        .param("city", address.city())
        .param("state", address.state())
        .param("postalCode", address.postalCode())
        .param("country", address.country());
  }

  void place(OrderPlaced event, Recorded recorded) {
    update(
            "placed_at = :at, payment_id = :payment",
            OrderStatus.PENDING,
            event,
            event.createdAt(),
            recorded)
        .param("payment", event.paymentId().value())
        .update();
  }

  void fail(OrderPlacementFailed event, Recorded recorded) {
    update(OrderSql.FAILED, OrderStatus.FAILED, event, event.failedAt(), recorded)
        .param("code", event.code().name())
        .param("reason", event.reason())
        .param("product", Sql.id(event.productId()))
        .param("available", event.available())
        .update();
  }

  void confirm(OrderConfirmed event, Recorded recorded) {
    update(
            "confirmed_at = :at, confirmed_by = :by",
            OrderStatus.CONFIRMED,
            event,
            event.confirmedAt(),
            recorded)
        .param("by", event.confirmedBy())
        .update();
  }

  void ship(OrderShipped event, Recorded recorded) {
    update(OrderSql.SHIPPED, OrderStatus.SHIPPED, event, event.shippedAt(), recorded)
        .param("tracking", event.trackingNumber())
        .param("carrier", event.carrier())
        .update();
  }

  void deliver(OrderDelivered event, Recorded recorded) {
    update("delivered_at = :at", OrderStatus.DELIVERED, event, event.deliveredAt(), recorded)
        .update();
  }

  void cancel(OrderCancelled event, Recorded recorded) {
    update(
            "cancelled_at = :at, cancel_reason = :reason",
            OrderStatus.CANCELLED,
            event,
            event.cancelledAt(),
            recorded)
        .param("reason", event.reason())
        .update();
  }

  /// The lock keeps out those who are writing an order of this customer, see `projection.is_erased`.
  void erase(CustomerId customer, Recorded recorded) {
    database
        .sql("SELECT pg_advisory_xact_lock(hashtextextended(:tenant || '/' || :customer, 35))")
        .param("tenant", recorded.tenant())
        .param("customer", customer.value())
        .query((_, _) -> true)
        .single();
    database
        .sql(OrderSql.ERASE)
        .param("tenant", recorded.tenant())
        .param("customer", customer.value())
        .update();
  }

  void clear() {
    database
        .sql(
            """
            TRUNCATE projection.orders, projection.order_lines, projection.order_timeline,
              projection.order_erasures
            """)
        .update();
  }

  private StatementSpec update(
      String assignments, OrderStatus status, OrderEvent event, Instant at, Recorded recorded) {
    return database
        .sql(OrderSql.update(assignments))
        .param("tenant", recorded.tenant())
        .param("order", event.orderId().value())
        .param("status", status.name())
        .param("at", Sql.time(at))
        .param("version", recorded.sequence());
  }
}
