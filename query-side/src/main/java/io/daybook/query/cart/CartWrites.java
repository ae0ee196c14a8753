package io.daybook.query.cart;

import io.daybook.cart.CartEvent;
import io.daybook.cart.CartEvent.CartCleared;
import io.daybook.cart.CartEvent.CartExpired;
import io.daybook.cart.CartEvent.CartItemQuantityUpdated;
import io.daybook.cart.CartEvent.CartItemRepriced;
import io.daybook.cart.CartEvent.ItemRemovedFromCart;
import io.daybook.eventstore.batch.Write;
import io.daybook.query.projection.EventRow;
import io.daybook.query.projection.Sql;

/// What events write into the tables of carts and their lines. Each statement changes the cart and
/// its lines at once. It does nothing where the cart has the event already.
final class CartWrites {
  /// The quantity is added to the line's, unless the line was removed.
  static final Write<AddedItems> ADDED =
      added("CASE WHEN line.removed_at IS NULL THEN line.quantity ELSE 0 END");

  static final Write<AddedItems> MERGED = added("0");

  static final Write<EventRow<CartItemQuantityUpdated>> QUANTITY =
      CartWrites.<CartItemQuantityUpdated>line("quantity = cart.quantity")
          .time("at", row -> row.event().updatedAt())
          .text("item", row -> row.event().cartItemId().value())
          .integer("quantity", row -> row.event().newQuantity());

  static final Write<EventRow<CartItemRepriced>> REPRICED =
      CartWrites.<CartItemRepriced>line("unit_price_minor = cart.price, currency = cart.currency")
          .time("at", row -> row.event().repricedAt())
          .text("item", row -> row.event().cartItemId().value())
          .number("price", row -> row.event().newPrice().amountMinor())
          .text("currency", row -> row.event().newPrice().currency().getCurrencyCode());

  static final Write<EventRow<ItemRemovedFromCart>> REMOVED =
      CartWrites.<ItemRemovedFromCart>line("removed_at = cart.at, removal_reason = cart.reason")
          .time("at", row -> row.event().removedAt())
          .text("item", row -> row.event().cartItemId().value())
          .text("reason", row -> row.event().reason());

  static final Write<EventRow<CartCleared>> CLEARED =
      CartWrites.<CartCleared>emptied(
              """
              status = 'CLEARED', clear_reason = event.reason,
              last_order_id = coalesce(event.last_order, known.last_order_id)\
              """)
          .time("at", row -> row.event().clearedAt())
          .text("reason", row -> row.event().reason())
          .text("last_order", row -> Sql.id(row.event().orderId()));

  static final Write<EventRow<CartExpired>> EXPIRED =
      CartWrites.<CartExpired>emptied("status = 'EXPIRED', expired_at = event.at")
          .time("at", row -> row.event().expiredAt());

  private CartWrites() {}

  /// Inserts the cart if it is new, and puts lines into it.
  private static Write<AddedItems> added(String present) {
    return AddedItems.columns(
        Write.to(
            """
            WITH event AS (SELECT * FROM :rows AS event),
            cart AS (
              INSERT INTO :schema.carts AS known
                (tenant_id, cart_id, customer_id, status, created_at, updated_at, version)
              SELECT tenant_id, id, customer, 'ACTIVE', at, at, version FROM event
              ON CONFLICT (tenant_id, cart_id) DO UPDATE
              SET customer_id = coalesce(EXCLUDED.customer_id, known.customer_id),
                status = 'ACTIVE', clear_reason = NULL, expired_at = NULL,
                updated_at = EXCLUDED.updated_at, version = EXCLUDED.version
              WHERE known.version < EXCLUDED.version
              RETURNING tenant_id, cart_id)
            INSERT INTO :schema.cart_lines AS line
              (tenant_id, cart_id, cart_item_id, product_id, variant_id, quantity,
               unit_price_minor, currency, attributes, added_at)
            SELECT cart.tenant_id, cart_id, item ->> 'cartItemId', item ->> 'productId',
              item ->> 'variantId', CAST(item ->> 'quantity' AS integer),
              CAST(item -> 'unitPrice' ->> 'amountMinor' AS bigint),
              item -> 'unitPrice' ->> 'currency', item -> 'attributes', event.at
            FROM cart
            JOIN event ON event.tenant_id = cart.tenant_id AND event.id = cart.cart_id
            CROSS JOIN jsonb_array_elements(event.items) AS items (item)
            ON CONFLICT (tenant_id, cart_id, cart_item_id) DO UPDATE
            SET quantity = EXCLUDED.quantity + %s, unit_price_minor = EXCLUDED.unit_price_minor,
              currency = EXCLUDED.currency, attributes = EXCLUDED.attributes, removed_at = NULL,
              removal_reason = NULL
            """
                .formatted(present)));
  }

  private static <E extends CartEvent> Write<EventRow<E>> line(String assignments) {
    return EventRow.write(
        changed("")
            + """
            UPDATE :schema.cart_lines AS line SET %s FROM cart
            WHERE line.tenant_id = cart.tenant_id AND line.cart_id = cart.id
              AND line.cart_item_id = cart.item
            """
                .formatted(assignments));
  }

  private static <E extends CartEvent> Write<EventRow<E>> emptied(String assignments) {
    return EventRow.write(
        changed(assignments + ", ")
            + """
            DELETE FROM :schema.cart_lines AS line USING cart
            WHERE line.tenant_id = cart.tenant_id AND line.cart_id = cart.id
            """);
  }

  private static String changed(String assignments) {
    return """
    WITH cart AS (
      UPDATE :schema.carts AS known SET %supdated_at = event.at, version = event.version
      FROM :rows AS event
      WHERE known.tenant_id = event.tenant_id AND known.cart_id = event.id
        AND known.version < event.version
      RETURNING event.*)
    """
        .formatted(assignments);
  }
}
