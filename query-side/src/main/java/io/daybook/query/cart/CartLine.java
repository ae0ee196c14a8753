package io.daybook.query.cart;

import io.daybook.kernel.Money;
import io.daybook.query.graphql.Attribute;
import io.daybook.query.graphql.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A line of a cart as read.
record CartLine(
    String id,
    String cartId,
    String productId,
    @Nullable String variantId,
    int quantity,
    Money unitPrice,
    List<Attribute> attributes,
    Instant addedAt,
    @Nullable Instant removedAt,
    @Nullable String removalReason) {

  static CartLine read(ResultSet row, int number) throws SQLException {
    Columns columns = new Columns(row);
    return new CartLine(
        columns.text("cart_item_id"),
        columns.text("cart_id"),
        columns.text("product_id"),
        columns.textOrNull("variant_id"),
        columns.number("quantity"),
        columns.money("unit_price"),
        columns.attributes("attributes"),
        columns.time("added_at"),
        columns.timeOrNull("removed_at"),
        columns.textOrNull("removal_reason"));
  }

  public Money total() {
    return unitPrice.times(quantity);
  }
}
