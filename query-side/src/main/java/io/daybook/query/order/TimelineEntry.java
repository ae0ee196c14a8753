package io.daybook.query.order;

import io.daybook.query.graphql.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Something that happened to an order, as read.
record TimelineEntry(
    String orderId, String type, Instant at, String actor, @Nullable String detail) {

  static TimelineEntry read(ResultSet row, int number) throws SQLException {
    Columns columns = new Columns(row);
    return new TimelineEntry(
        columns.text("order_id"),
        columns.text("type"),
        columns.time("at"),
        columns.text("actor"),
        columns.textOrNull("detail"));
  }
}
