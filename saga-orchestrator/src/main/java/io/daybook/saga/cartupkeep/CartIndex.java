package io.daybook.saga.cartupkeep;

import io.daybook.eventstore.batch.Batch;
import io.daybook.kernel.TenantId;
import io.daybook.kernel.id.CartId;
import io.daybook.kernel.id.CartItemId;
import io.daybook.kernel.id.ProductId;
import io.daybook.kernel.id.VariantId;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Which carts have a product in them.
public final class CartIndex {
  private static final int PAGE = 200;

  private static final String WITH =
      """
      SELECT cart_id, cart_item_id FROM process.cart_item
      WHERE tenant_id = :tenant AND product_id = :product
        AND (cart_id, cart_item_id) > (:cart, :item)
      """;

  private static final String AT_THE_PRODUCTS_PRICE =
      """
        AND NOT EXISTS (
          SELECT 1 FROM process.priced_variant priced
          WHERE priced.tenant_id = cart_item.tenant_id AND priced.variant_id = cart_item.variant_id)
      """;

  /// A correlated subquery, so that the planner looks each product up by the index and never reads
  /// the whole table.
  private static final String IN_CARTS =
      """
      SELECT wanted.product FROM unnest(CAST(:products AS text[])) AS wanted(product)
      WHERE (SELECT true FROM process.cart_item
             WHERE tenant_id = :tenant AND product_id = wanted.product LIMIT 1)
      """;

  private static final String IN_ORDER = " ORDER BY cart_id, cart_item_id LIMIT %d".formatted(PAGE);

  private final JdbcClient database;

  public CartIndex(JdbcClient database) {
    this.database = database;
  }

  void add(
      TenantId tenant,
      CartId cart,
      CartItemId item,
      ProductId product,
      @Nullable VariantId variant,
      Batch batch) {
    batch.add(CartItemRow.ADD, new CartItemRow(tenant, cart, item, product, variant));
  }

  void remove(TenantId tenant, CartId cart, CartItemId item, Batch batch) {
    batch.add(CartItemRow.REMOVE, new CartItemRow(tenant, cart, item, null, null));
  }

  void removeAll(TenantId tenant, CartId cart, Batch batch) {
    batch.add(CartItemRow.REMOVE_ALL, new CartItemRow(tenant, cart, null, null, null));
  }

  void priced(TenantId tenant, VariantId variant) {
    database
        .sql(
            "INSERT INTO process.priced_variant VALUES (:tenant, :variant)"
                + " ON CONFLICT DO NOTHING")
        .param("tenant", tenant.value())
        .param("variant", variant.value())
        .update();
  }

  /// @return those of the products that are in some cart
  List<String> inCarts(TenantId tenant, Collection<String> products) {
    return database
        .sql(IN_CARTS)
        .param("tenant", tenant.value())
        .param("products", products.toArray(String[]::new))
        .query(String.class)
        .list();
  }

  /// The next lines with the product, after the given one.
  List<CartItemKey> with(TenantId tenant, ProductId product, @Nullable CartItemKey after) {
    return page(WITH + IN_ORDER, tenant, product, after);
  }

  /// The same, but only lines that cost what the product costs.
  List<CartItemKey> atThePriceOf(TenantId tenant, ProductId product, @Nullable CartItemKey after) {
    return page(WITH + AT_THE_PRODUCTS_PRICE + IN_ORDER, tenant, product, after);
  }

  private List<CartItemKey> page(
      String sql, TenantId tenant, ProductId product, @Nullable CartItemKey after) {
    return database
        .sql(sql)
        .param("tenant", tenant.value())
        .param("product", product.value())
        .param("cart", after == null ? "" : after.cart().value())
        .param("item", after == null ? "" : after.item().value())
        .query(
            (row, _) ->
                new CartItemKey(
                    new CartId(row.getString("cart_id")),
                    new CartItemId(row.getString("cart_item_id"))))
        .list();
  }
}
