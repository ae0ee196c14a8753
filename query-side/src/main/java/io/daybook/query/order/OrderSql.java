package io.daybook.query.order;

/// The statements that change orders.
final class OrderSql {
  /// The order with its lines, without its address where the customer was erased in the meantime.
  static final String INSERT =
      """
      WITH customer AS (SELECT projection.is_erased(:tenant, :customer) AS erased),
      inserted AS (
        INSERT INTO projection.orders
          (tenant_id, order_id, order_number, customer_id, cart_id, payment_method, status, currency,
           subtotal_minor, shipping_cost_minor, shipping_cost_by, tax_minor, total_amount_minor,
           recipient_name, street, city, state, postal_code, country, customer_erased, created_at,
           version)
        SELECT :tenant, :order, :number, :customer, :cart, :method, :status, :currency,
          :subtotal, :shippingCost, :shippingCostBy, :tax, :total,
          CASE WHEN NOT erased THEN :recipientName END, CASE WHEN NOT erased THEN :street END,
          CASE WHEN NOT erased THEN :city END, CASE WHEN NOT erased THEN :state END,
          CASE WHEN NOT erased THEN :postalCode END, CASE WHEN NOT erased THEN :country END,
          erased, :at, :version
        FROM customer
        ON CONFLICT DO NOTHING
        RETURNING tenant_id, order_id)
      INSERT INTO projection.order_lines
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
      CROSS JOIN jsonb_array_elements(CAST(:lines AS jsonb)) WITH ORDINALITY AS lines(line, number)
      """;

  static final String FAILED =
      """
      failed_at = :at, failure_code = :code, failure_reason = :reason,
      failed_product_id = :product, failed_available = CAST(:available AS integer)\
      """;

  static final String SHIPPED = "shipped_at = :at, tracking_number = :tracking, carrier = :carrier";

  static final String ERASE =
      """
      WITH erasure AS (
        INSERT INTO projection.order_erasures (tenant_id, customer_id)
        VALUES (:tenant, :customer)
        ON CONFLICT DO NOTHING)
      UPDATE projection.orders
      SET recipient_name = NULL, street = NULL, city = NULL, state = NULL, postal_code = NULL,
        country = NULL, customer_erased = true
      WHERE tenant_id = :tenant AND customer_id = :customer AND NOT customer_erased
      """;

  private OrderSql() {}

  static String update(String assignments) {
    return """
    UPDATE projection.orders SET status = :status, %s, version = :version
    WHERE tenant_id = :tenant AND order_id = :order AND version < :version
    """
        .formatted(assignments);
  }
}
