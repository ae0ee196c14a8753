package io.daybook.query.catalog;

import io.daybook.catalog.ProductStatus;
import io.daybook.kernel.Money;
import io.daybook.query.graphql.Columns;
import io.daybook.query.graphql.Entity;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A product as read.
public record Product(
    String id,
    String name,
    @Nullable String description,
    Money price,
    String categoryId,
    ProductStatus status,
    String createdBy,
    Instant createdAt,
    Instant updatedAt)
    implements Entity {

  static Product read(ResultSet row, int number) throws SQLException {
    Columns columns = new Columns(row);
    return new Product(
        columns.text("product_id"),
        columns.text("name"),
        columns.textOrNull("description"),
        columns.money("price"),
        columns.text("category_id"),
        columns.one(ProductStatus.class, "status"),
        columns.text("created_by"),
        columns.time("created_at"),
        columns.time("updated_at"));
  }
}
