package io.daybook.query.catalog;

import io.daybook.query.graphql.Columns;
import io.daybook.query.graphql.Entity;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A category as read.
record Category(
    String id, String name, int depth, @Nullable String parentCategoryId, Instant createdAt)
    implements Entity {

  static Category read(ResultSet row, int number) throws SQLException {
    Columns columns = new Columns(row);
    return new Category(
        columns.text("category_id"),
        columns.text("name"),
        columns.number("depth"),
        columns.textOrNull("parent_category_id"),
        columns.time("created_at"));
  }
}
