package io.daybook.query.inventory;

import io.daybook.query.graphql.Columns;
import io.daybook.query.graphql.Entity;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A stock as read.
record Stock(
    String id,
    String productId,
    @Nullable String variantId,
    int onHand,
    int reserved,
    int available,
    @Nullable Integer threshold,
    @Nullable Instant lowStockAt,
    @Nullable Instant outOfStockAt,
    Instant updatedAt)
    implements Entity {

  static Stock read(ResultSet row, int number) throws SQLException {
    Columns columns = new Columns(row);
    return new Stock(
        columns.text("stock_id"),
        columns.text("product_id"),
        columns.textOrNull("variant_id"),
        columns.number("on_hand"),
        columns.number("reserved"),
        columns.number("available"),
        columns.numberOrNull("threshold"),
        columns.timeOrNull("low_at"),
        columns.timeOrNull("out_at"),
        columns.time("updated_at"));
  }

  public boolean low() {
    return threshold != null && available < threshold;
  }

  public boolean outOfStock() {
    return available <= 0;
  }
}
