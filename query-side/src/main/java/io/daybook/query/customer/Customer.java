package io.daybook.query.customer;

import io.daybook.query.graphql.Columns;
import io.daybook.query.graphql.Entity;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A customer as read.
public record Customer(
    String id,
    CustomerStatus status,
    @Nullable String email,
    @Nullable String firstName,
    @Nullable String lastName,
    Instant createdAt,
    @Nullable Instant verifiedAt,
    @Nullable Instant erasedAt,
    @Nullable String anonymizedId)
    implements Entity {

  static Customer read(ResultSet row, int number) throws SQLException {
    Columns columns = new Columns(row);
    return new Customer(
        columns.text("customer_id"),
        columns.one(CustomerStatus.class, "status"),
        columns.textOrNull("email"),
        columns.textOrNull("first_name"),
        columns.textOrNull("last_name"),
        columns.time("created_at"),
        columns.timeOrNull("verified_at"),
        columns.timeOrNull("erased_at"),
        columns.textOrNull("anonymized_id"));
  }

  @Override
  public boolean erased() {
    return status == CustomerStatus.ERASED;
  }
}
