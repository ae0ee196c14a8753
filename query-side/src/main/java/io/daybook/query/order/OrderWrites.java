package io.daybook.query.order;

import io.daybook.customer.CustomerEvent.CustomerDataErased;
import io.daybook.eventstore.batch.Write;
import io.daybook.order.OrderEvent;
import io.daybook.order.OrderEvent.OrderCancelled;
import io.daybook.order.OrderEvent.OrderConfirmed;
import io.daybook.order.OrderEvent.OrderDelivered;
import io.daybook.order.OrderEvent.OrderPlaced;
import io.daybook.order.OrderEvent.OrderPlacementFailed;
import io.daybook.order.OrderEvent.OrderPlacementStarted;
import io.daybook.order.OrderEvent.OrderShipped;
import io.daybook.order.OrderStatus;
import io.daybook.query.projection.Fact;
import io.daybook.query.projection.Sql;

/// What events write into the tables of orders and their lines.
final class OrderWrites {
  /// Before an order is written: waits for an erasure of its customer that is not committed yet, and
  /// makes later ones wait for this transaction. The segments of the projection run side by side. What is
  /// read after the wait is read anew, so this is a statement of its own.
  static final Write<Fact<OrderPlacementStarted>> BEFORE_STARTED =
      Fact.<OrderPlacementStarted>write(
              """
              SELECT count(pg_advisory_xact_lock_shared(
                hashtextextended(':schema/' || tenant_id || '/' || customer, 35)) IS NULL)
              FROM :rows AS fact
              """)
          .text("customer", fact -> fact.event().customerId().value());

  /// The order with its lines, without its address where the customer was erased in the meantime.
  static final Write<Fact<OrderPlacementStarted>> STARTED =
      StartedOrder.columns(Fact.write(StartedOrder.SQL));

  static final Write<Fact<OrderPlaced>> PLACED =
      OrderWrites.<OrderPlaced>update(
              OrderStatus.PENDING, "placed_at = fact.at, payment_id = fact.payment")
          .time("at", fact -> fact.event().createdAt())
          .text("payment", fact -> fact.event().paymentId().value());

  static final Write<Fact<OrderPlacementFailed>> FAILED =
      OrderWrites.<OrderPlacementFailed>update(
              OrderStatus.FAILED,
              """
              failed_at = fact.at, failure_code = fact.code, failure_reason = fact.reason,
              failed_product_id = fact.product, failed_available = fact.available\
              """)
          .time("at", fact -> fact.event().failedAt())
          .text("code", fact -> fact.event().code().name())
          .text("reason", fact -> fact.event().reason())
          .text("product", fact -> Sql.id(fact.event().productId()))
          .integer("available", fact -> fact.event().available());

  static final Write<Fact<OrderConfirmed>> CONFIRMED =
      OrderWrites.<OrderConfirmed>update(
              OrderStatus.CONFIRMED, "confirmed_at = fact.at, confirmed_by = fact.by")
          .time("at", fact -> fact.event().confirmedAt())
          .text("by", fact -> fact.event().confirmedBy());

  static final Write<Fact<OrderShipped>> SHIPPED =
      OrderWrites.<OrderShipped>update(
              OrderStatus.SHIPPED,
              "shipped_at = fact.at, tracking_number = fact.tracking, carrier = fact.carrier")
          .time("at", fact -> fact.event().shippedAt())
          .text("tracking", fact -> fact.event().trackingNumber())
          .text("carrier", fact -> fact.event().carrier());

  static final Write<Fact<OrderDelivered>> DELIVERED =
      OrderWrites.<OrderDelivered>update(OrderStatus.DELIVERED, "delivered_at = fact.at")
          .time("at", fact -> fact.event().deliveredAt());

  static final Write<Fact<OrderCancelled>> CANCELLED =
      OrderWrites.<OrderCancelled>update(
              OrderStatus.CANCELLED, "cancelled_at = fact.at, cancel_reason = fact.reason")
          .time("at", fact -> fact.event().cancelledAt())
          .text("reason", fact -> fact.event().reason());

  /// Keeps out those who are writing an order of this customer, see [#BEFORE_STARTED].
  static final Write<Fact<CustomerDataErased>> BEFORE_ERASED =
      Fact.write(
          """
          SELECT count(pg_advisory_xact_lock(
            hashtextextended(':schema/' || tenant_id || '/' || id, 35)) IS NULL)
          FROM :rows AS fact
          """);

  static final Write<Fact<CustomerDataErased>> ERASED =
      Fact.write(
          """
          WITH erasure AS (
            INSERT INTO :schema.order_erasures (tenant_id, customer_id)
            SELECT tenant_id, id FROM :rows AS fact
            ON CONFLICT (tenant_id, customer_id) DO UPDATE SET customer_id = EXCLUDED.customer_id
            RETURNING tenant_id, customer_id)
          UPDATE :schema.orders AS known
          SET recipient_name = NULL, street = NULL, city = NULL, state = NULL, postal_code = NULL,
            country = NULL, customer_erased = true
          FROM erasure
          WHERE known.tenant_id = erasure.tenant_id AND known.customer_id = erasure.customer_id
            AND NOT known.customer_erased
          """);

  private OrderWrites() {}

  private static <E extends OrderEvent> Write<Fact<E>> update(
      OrderStatus status, String assignments) {
    return Fact.write(
        """
        UPDATE :schema.orders AS known SET status = '%s', %s, version = fact.version
        FROM :rows AS fact
        WHERE known.tenant_id = fact.tenant_id AND known.order_id = fact.id
          AND known.version < fact.version
        """
            .formatted(status.name(), assignments));
  }
}
