package io.daybook.query.cart;

/// The statements that change a cart. Each does the cart and its lines at once, and nothing where the
/// cart has seen the event before.
final class CartSql {
  /// Opens the cart where it is new, and puts lines into it.
  static final String FILL =
      """
      WITH cart AS (
        INSERT INTO projection.carts AS known
          (tenant_id, cart_id, customer_id, status, created_at, updated_at, version)
        VALUES (:tenant, :cart, :customer, 'ACTIVE', :at, :at, :version)
        ON CONFLICT (tenant_id, cart_id) DO UPDATE
        SET customer_id = coalesce(EXCLUDED.customer_id, known.customer_id), status = 'ACTIVE',
          clear_reason = NULL, expired_at = NULL, updated_at = EXCLUDED.updated_at,
          version = EXCLUDED.version
        WHERE known.version < EXCLUDED.version
        RETURNING tenant_id, cart_id)
      INSERT INTO projection.cart_lines AS line
        (tenant_id, cart_id, cart_item_id, product_id, variant_id, quantity, unit_price_minor,
         currency, attributes, added_at)
      SELECT tenant_id, cart_id, item ->> 'cartItemId', item ->> 'productId', item ->> 'variantId',
        CAST(item ->> 'quantity' AS integer), CAST(item -> 'unitPrice' ->> 'amountMinor' AS bigint),
        item -> 'unitPrice' ->> 'currency', item -> 'attributes', :at
      FROM cart CROSS JOIN jsonb_array_elements(CAST(:items AS jsonb)) AS items(item)
      ON CONFLICT (tenant_id, cart_id, cart_item_id) DO UPDATE
      SET quantity = EXCLUDED.quantity
            + CASE WHEN :adds AND line.removed_at IS NULL THEN line.quantity ELSE 0 END,
        unit_price_minor = EXCLUDED.unit_price_minor, currency = EXCLUDED.currency,
        attributes = EXCLUDED.attributes, removed_at = NULL, removal_reason = NULL
      """;

  static final String CLEAR =
      emptied(
          "status = 'CLEARED', clear_reason = :reason, last_order_id = coalesce(:order,"
              + " last_order_id)");

  static final String EXPIRE = emptied("status = 'EXPIRED', expired_at = :at");

  private CartSql() {}

  static String line(String assignments) {
    return changed("")
        + """
        UPDATE projection.cart_lines AS line SET %s FROM cart
        WHERE line.tenant_id = cart.tenant_id AND line.cart_id = cart.cart_id
          AND line.cart_item_id = :item
        """
            .formatted(assignments);
  }

  private static String emptied(String assignments) {
    return changed(assignments + ", ")
        + """
        DELETE FROM projection.cart_lines AS line USING cart
        WHERE line.tenant_id = cart.tenant_id AND line.cart_id = cart.cart_id
        """;
  }

  private static String changed(String assignments) {
    return """
    WITH cart AS (
      UPDATE projection.carts SET %supdated_at = :at, version = :version
      WHERE tenant_id = :tenant AND cart_id = :cart AND version < :version
      RETURNING tenant_id, cart_id)
    """
        .formatted(assignments);
  }
}
