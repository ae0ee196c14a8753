package io.daybook.saga.cartupkeep;

import io.daybook.eventstore.batch.Write;
import io.daybook.kernel.Id;
import io.daybook.kernel.TenantId;
import io.daybook.kernel.id.CartId;
import io.daybook.kernel.id.CartItemId;
import io.daybook.kernel.id.ProductId;
import io.daybook.kernel.id.VariantId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is written about a line of a cart, or about all of its lines: what concerns one cart, in order.
record CartItemRow(
    TenantId tenant,
    CartId cart,
    @Nullable CartItemId item,
    @Nullable ProductId product,
    @Nullable VariantId variant) {

  static final Write<CartItemRow> ADD =
      write(
              """
              INSERT INTO process.cart_item (tenant_id, cart_id, cart_item_id, product_id, variant_id)
              SELECT tenant_id, cart_id, item_id, product_id, variant_id FROM :rows AS line
              ON CONFLICT DO NOTHING
              """)
          .text("item_id", row -> id(row.item))
          .text("product_id", row -> id(row.product))
          .text("variant_id", row -> id(row.variant));

  static final Write<CartItemRow> REMOVE =
      write(
              """
              DELETE FROM process.cart_item AS known USING :rows AS line
              WHERE known.tenant_id = line.tenant_id AND known.cart_id = line.cart_id
                AND known.cart_item_id = line.item_id
              """)
          .text("item_id", row -> id(row.item));

  static final Write<CartItemRow> REMOVE_ALL =
      write(
          """
          DELETE FROM process.cart_item AS known USING :rows AS line
          WHERE known.tenant_id = line.tenant_id AND known.cart_id = line.cart_id
          """);

  private static Write<CartItemRow> write(String text) {
    return Write.<CartItemRow>to(text)
        .key(row -> List.of(row.tenant, row.cart))
        .text("tenant_id", row -> row.tenant.value())
        .text("cart_id", row -> row.cart.value());
  }

  private static @Nullable String id(@Nullable Id id) {
    return id == null ? null : id.value();
  }
}
