package com.example.review.query;

import io.daybook.query.graphql.Columns;
import io.daybook.query.graphql.Entity;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A review as read.
record Review(
    String id,
    String productId,
    int stars,
    @Nullable String text,
    boolean hidden,
    Instant writtenAt)
    implements Entity {

  static Review read(ResultSet row, int number) throws SQLException {
    Columns columns = new Columns(row);
    return new Review(
        columns.text("review_id"),
        columns.text("product_id"),
        columns.number("stars"),
        columns.textOrNull("text"),
        row.getBoolean("hidden"),
        columns.time("written_at"));
  }
}
