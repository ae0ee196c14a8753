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

/// The items that an event adds to a cart.
record AddedItems(
    CartId cart, @Nullable String customer, List<MergedItem> items, Instant at, Recorded recorded) {

  static AddedItems of(ItemAddedToCart event, Recorded recorded) {
    MergedItem item =
        new MergedItem(
            event.cartItemId(),
            event.productId(),
            event.variantId(),
            event.quantity(),
            event.requestedQuantity(),
            event.unitPrice(),
            event.attributes());
    return new AddedItems(
        event.cartId(), Sql.id(event.customerId()), List.of(item), event.addedAt(), recorded);
  }

  static AddedItems of(CartMerged event, Recorded recorded) {
    String customer = event.customerId().value();
    return new AddedItems(
        event.cartId(), customer, event.mergedItems(), event.mergedAt(), recorded);
  }

  static Write<AddedItems> columns(Write<AddedItems> write) {
    return write
        .key(row -> row.recorded.tenant() + '/' + row.cart.value())
        .text("tenant_id", row -> row.recorded.tenant())
        .text("id", row -> row.cart.value())
        .number("version", row -> row.recorded.sequence())
        .text("customer", AddedItems::customer)
        .json("items", row -> Sql.json(row.items))
        .time("at", AddedItems::at);
  }
}
