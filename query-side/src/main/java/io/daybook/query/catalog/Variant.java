package io.daybook.query.catalog;

import io.daybook.kernel.Money;
import io.daybook.query.graphql.Attribute;
import io.daybook.query.graphql.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A variant of a product as read.
///
/// @param price none where it costs what the product costs
record Variant(
    String id,
    String productId,
    String name,
    @Nullable String sku,
    @Nullable Money price,
    List<Attribute> attributes,
    Instant addedAt) {

  static Variant read(ResultSet row, int number) throws SQLException {
    Columns columns = new Columns(row);
    return new Variant(
        columns.text("variant_id"),
        columns.text("product_id"),
        columns.text("name"),
        columns.textOrNull("sku"),
        columns.moneyOrNull("price"),
        columns.attributes("attributes"),
        columns.time("added_at"));
  }
}
