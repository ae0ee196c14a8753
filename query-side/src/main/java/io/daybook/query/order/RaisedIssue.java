package io.daybook.query.order;

import io.daybook.kernel.Money;
import io.daybook.query.graphql.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Something about an order that people must look at, or have seen to, as read.
record RaisedIssue(
    String orderId,
    String issue,
    String detail,
    @Nullable Money amount,
    Instant raisedAt,
    @Nullable Instant resolvedAt) {

  static RaisedIssue read(ResultSet row, int number) throws SQLException {
    Columns columns = new Columns(row);
    return new RaisedIssue(
        columns.text("order_id"),
        columns.text("issue"),
        columns.text("detail"),
        columns.moneyOrNull("amount"),
        columns.time("raised_at"),
        columns.timeOrNull("resolved_at"));
  }
}
