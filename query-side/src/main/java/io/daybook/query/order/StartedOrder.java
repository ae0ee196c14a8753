package io.daybook.query.order;

import io.daybook.customer.Address;
import io.daybook.eventstore.batch.Write;
import io.daybook.order.OrderEvent.OrderPlacementStarted;
import io.daybook.query.projection.Fact;
import io.daybook.query.projection.Sql;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The longest of the [OrderWrites].
final class StartedOrder {
  static final String SQL =
      """
      WITH fact AS (
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
        FROM fact
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
      JOIN (SELECT tenant_id, id AS order_id, lines FROM fact) AS started
        USING (tenant_id, order_id)
      CROSS JOIN jsonb_array_elements(started.lines) WITH ORDINALITY AS items (line, number)
      """;

  private StartedOrder() {}

  static Write<Fact<OrderPlacementStarted>> columns(Write<Fact<OrderPlacementStarted>> write) {
    return amounts(address(write))
        .text("order_number", fact -> fact.event().orderNumber())
        .text("customer", fact -> fact.event().customerId().value())
        .text("cart", fact -> fact.event().cartId().value())
        .text("method", fact -> fact.event().paymentMethodId())
        .json("lines", fact -> Sql.json(fact.event().lineItems()))
        .time("at", fact -> fact.event().startedAt());
  }

  private static Write<Fact<OrderPlacementStarted>> amounts(
      Write<Fact<OrderPlacementStarted>> write) {
    return write
        .text("currency", fact -> fact.event().totalAmount().currency().getCurrencyCode())
        .number("subtotal", fact -> fact.event().subtotal().amountMinor())
        .number("shipping_cost", fact -> fact.event().shippingCost().amountMinor())
        .text("shipping_cost_by", fact -> fact.event().shippingCostBy())
        .number("tax", fact -> fact.event().tax().amountMinor())
        .number("total", fact -> fact.event().totalAmount().amountMinor());
  }

  private static Write<Fact<OrderPlacementStarted>> address(
      Write<Fact<OrderPlacementStarted>> write) {
    return write
        .text("recipient_name", addressed(Address::recipientName))
        .text("street", addressed(Address::street))
        .text("city", addressed(Address::city))
        .text("state", addressed(Address::state))
        .text("postal_code", addressed(Address::postalCode))
        .text("country", addressed(Address::country));
  }

  private static Function<Fact<OrderPlacementStarted>, @Nullable String> addressed(
      Function<Address, @Nullable String> part) {
    return fact -> part.apply(fact.event().shippingAddress());
  }
}
