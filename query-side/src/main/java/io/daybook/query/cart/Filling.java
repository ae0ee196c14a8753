package io.daybook.query.cart;

import io.daybook.cart.CartEvent.CartMerged;
import io.daybook.cart.CartEvent.ItemAddedToCart;
import io.daybook.cart.CartEvent.MergedItem;
import io.daybook.eventstore.batch.Write;
import io.daybook.kernel.id.CartId;
import io.daybook.query.projection.Recorded;
import io.daybook.query.projection.Sql;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Items come into a cart.
record Filling(
    CartId cart, @Nullable String customer, List<MergedItem> items, Instant at, Recorded recorded) {

  static Filling of(ItemAddedToCart event, Recorded recorded) {
    MergedItem item =
        new MergedItem(
            event.cartItemId(),
            event.productId(),
            event.variantId(),
            event.quantity(),
            event.requestedQuantity(),
            event.unitPrice(),
            event.attributes());
    return new Filling(
        event.cartId(), Sql.id(event.customerId()), List.of(item), event.addedAt(), recorded);
  }

  static Filling of(CartMerged event, Recorded recorded) {
    String customer = event.customerId().value();
    return new Filling(event.cartId(), customer, event.mergedItems(), event.mergedAt(), recorded);
  }

  static Write<Filling> columns(Write<Filling> write) {
    return write
        .key(row -> row.recorded.tenant() + '/' + row.cart.value())
        .text("tenant_id", row -> row.recorded.tenant())
        .text("id", row -> row.cart.value())
        .number("version", row -> row.recorded.sequence())
        .text("customer", Filling::customer)
        .json("items", row -> Sql.json(row.items))
        .time("at", Filling::at);
  }
}
