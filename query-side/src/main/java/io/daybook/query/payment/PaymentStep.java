package io.daybook.query.payment;

import io.daybook.kernel.Money;
import io.daybook.query.graphql.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One thing that was done with a payment, as read.
record PaymentStep(
    long sequence,
    String paymentId,
    String type,
    Instant at,
    String actor,
    @Nullable Money amount,
    @Nullable String reference,
    @Nullable String reason) {

  static PaymentStep read(ResultSet row, int number) throws SQLException {
    Columns columns = new Columns(row);
    return new PaymentStep(
        row.getLong("sequence"),
        columns.text("payment_id"),
        columns.text("type"),
        columns.time("at"),
        columns.text("actor"),
        columns.moneyOrNull("amount"),
        columns.textOrNull("reference"),
        columns.textOrNull("reason"));
  }
}
