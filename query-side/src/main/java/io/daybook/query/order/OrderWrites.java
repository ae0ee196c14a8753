package io.daybook.query.order;

import io.daybook.customer.Address;
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
import io.daybook.query.projection.EventRow;
import io.daybook.query.projection.Sql;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What events write into the tables of orders and their lines.
final class OrderWrites {
  /// Runs before an order is written. The segments of the projection run side by side, so another
  /// transaction may be erasing the customer: this one waits for it, and later erasures wait for
  /// this one. It is a statement of its own because the next one must see what the other
  /// transaction committed.
  static final Write<EventRow<OrderPlacementStarted>> BEFORE_STARTED =
      EventRow.<OrderPlacementStarted>write(
              """
              SELECT count(pg_advisory_xact_lock_shared(
                hashtextextended(':schema/' || tenant_id || '/' || customer, 35)) IS NULL)
              FROM :rows AS event
              """)
          .text("customer", row -> row.event().customerId().value());

  /// The order with its lines, without its address where the customer was erased in the meantime.
  static final Write<EventRow<OrderPlacementStarted>> STARTED =
      startedColumns(
          EventRow.write(
              """
              WITH event AS (
                SELECT started.*, EXISTS (
                  SELECT FROM :schema.order_erasures AS erasure
                  WHERE erasure.tenant_id = started.tenant_id AND erasure.customer_id = started.customer)
                  AS erased
                FROM :rows AS started),
              inserted AS (
                INSERT INTO :schema.orders
                  (tenant_id, order_id, order_number, customer_id, cart_id, payment_method, status, currency,
                   subtotal_minor, shipping_cost_minor, shipping_cost_by, tax_minor, total_amount_minor,
                   recipient_name, street, city, state, postal_code, country, customer_erased, created_at,
                   version)
                SELECT tenant_id, id, order_number, customer, cart, method, 'PLACING', currency,
                  subtotal, shipping_cost, shipping_cost_by, tax, total,
                  CASE WHEN NOT erased THEN recipient_name END, CASE WHEN NOT erased THEN street END,
                  CASE WHEN NOT erased THEN city END, CASE WHEN NOT erased THEN state END,
                  CASE WHEN NOT erased THEN postal_code END, CASE WHEN NOT erased THEN country END,
                  erased, at, version
                FROM event
                ON CONFLICT DO NOTHING
                RETURNING tenant_id, order_id)
              INSERT INTO :schema.order_lines
                (tenant_id, order_id, line_number, cart_item_id, product_id, variant_id, name, quantity,
                 currency, list_price_minor, unit_price_minor, discount_rate, discount_minor, total_minor,
                 terms_by, attributes)
              SELECT tenant_id, order_id, number, line ->> 'cartItemId', line ->> 'productId',
                line ->> 'variantId', line ->> 'name', CAST(line ->> 'quantity' AS integer),
                line -> 'total' ->> 'currency', CAST(line -> 'listPrice' ->> 'amountMinor' AS bigint),
                CAST(line -> 'unitPrice' ->> 'amountMinor' AS bigint),
                CAST(line ->> 'discountRate' AS numeric),
                CAST(line -> 'discount' ->> 'amountMinor' AS bigint),
                CAST(line -> 'total' ->> 'amountMinor' AS bigint), line ->> 'termsBy', line -> 'attributes'
              FROM inserted
              JOIN (SELECT tenant_id, id AS order_id, lines FROM event) AS started
                USING (tenant_id, order_id)
              CROSS JOIN jsonb_array_elements(started.lines) WITH ORDINALITY AS items (line, number)
              """));

  static final Write<EventRow<OrderPlaced>> PLACED =
      OrderWrites.<OrderPlaced>update(
              OrderStatus.PENDING, "placed_at = event.at, payment_id = event.payment")
          .time("at", row -> row.event().createdAt())
          .text("payment", row -> row.event().paymentId().value());

  static final Write<EventRow<OrderPlacementFailed>> FAILED =
      OrderWrites.<OrderPlacementFailed>update(
              OrderStatus.FAILED,
              """
              failed_at = event.at, failure_code = event.code, failure_reason = event.reason,
              failed_product_id = event.product, failed_available = event.available\
              """)
          .time("at", row -> row.event().failedAt())
          .text("code", row -> row.event().code().name())
          .text("reason", row -> row.event().reason())
          .text("product", row -> Sql.id(row.event().productId()))
          .integer("available", row -> row.event().available());

  static final Write<EventRow<OrderConfirmed>> CONFIRMED =
      OrderWrites.<OrderConfirmed>update(
              OrderStatus.CONFIRMED, "confirmed_at = event.at, confirmed_by = event.by")
          .time("at", row -> row.event().confirmedAt())
          .text("by", row -> row.event().confirmedBy());

  static final Write<EventRow<OrderShipped>> SHIPPED =
      OrderWrites.<OrderShipped>update(
              OrderStatus.SHIPPED,
              "shipped_at = event.at, tracking_number = event.tracking, carrier = event.carrier")
          .time("at", row -> row.event().shippedAt())
          .text("tracking", row -> row.event().trackingNumber())
          .text("carrier", row -> row.event().carrier());

  static final Write<EventRow<OrderDelivered>> DELIVERED =
      OrderWrites.<OrderDelivered>update(OrderStatus.DELIVERED, "delivered_at = event.at")
          .time("at", row -> row.event().deliveredAt());

  static final Write<EventRow<OrderCancelled>> CANCELLED =
      OrderWrites.<OrderCancelled>update(
              OrderStatus.CANCELLED, "cancelled_at = event.at, cancel_reason = event.reason")
          .time("at", row -> row.event().cancelledAt())
          .text("reason", row -> row.event().reason());

  /// Waits for the transactions that write an order of this customer, and makes later ones wait;
  /// see [#BEFORE_STARTED].
  static final Write<EventRow<CustomerDataErased>> BEFORE_ERASED =
      EventRow.write(
          """
          SELECT count(pg_advisory_xact_lock(
            hashtextextended(':schema/' || tenant_id || '/' || id, 35)) IS NULL)
          FROM :rows AS event
          """);

  static final Write<EventRow<CustomerDataErased>> ERASED =
      EventRow.write(
          """
          WITH erasure AS (
            INSERT INTO :schema.order_erasures (tenant_id, customer_id)
            SELECT tenant_id, id FROM :rows AS event
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

  private static <E extends OrderEvent> Write<EventRow<E>> update(
      OrderStatus status, String assignments) {
    return EventRow.write(
        """
        UPDATE :schema.orders AS known SET status = '%s', %s, version = event.version
        FROM :rows AS event
        WHERE known.tenant_id = event.tenant_id AND known.order_id = event.id
          AND known.version < event.version
        """
            .formatted(status.name(), assignments));
  }

  private static Write<EventRow<OrderPlacementStarted>> startedColumns(
      Write<EventRow<OrderPlacementStarted>> write) {
    return amounts(address(write))
        .text("order_number", row -> row.event().orderNumber())
        .text("customer", row -> row.event().customerId().value())
        .text("cart", row -> row.event().cartId().value())
        .text("method", row -> row.event().paymentMethodId())
        .json("lines", row -> Sql.json(row.event().lineItems()))
        .time("at", row -> row.event().startedAt());
  }

  private static Write<EventRow<OrderPlacementStarted>> amounts(
      Write<EventRow<OrderPlacementStarted>> write) {
    return write
        .text("currency", row -> row.event().totalAmount().currency().getCurrencyCode())
        .number("subtotal", row -> row.event().subtotal().amountMinor())
        .number("shipping_cost", row -> row.event().shippingCost().amountMinor())
        .text("shipping_cost_by", row -> row.event().shippingCostBy())
        .number("tax", row -> row.event().tax().amountMinor())
        .number("total", row -> row.event().totalAmount().amountMinor());
  }

  private static Write<EventRow<OrderPlacementStarted>> address(
      Write<EventRow<OrderPlacementStarted>> write) {
    return write
        .text("recipient_name", addressed(Address::recipientName))
        .text("street", addressed(Address::street))
        .text("city", addressed(Address::city))
        .text("state", addressed(Address::state))
        .text("postal_code", addressed(Address::postalCode))
        .text("country", addressed(Address::country));
  }

  private static Function<EventRow<OrderPlacementStarted>, @Nullable String> addressed(
      Function<Address, @Nullable String> part) {
    return row -> part.apply(row.event().shippingAddress());
  }
}
