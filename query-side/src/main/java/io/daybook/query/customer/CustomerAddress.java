package io.daybook.query.customer;

import io.daybook.customer.Address;
import io.daybook.query.graphql.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/// A shipping address as read.
record CustomerAddress(String id, String customerId, Address address, Instant addedAt) {

  static CustomerAddress read(ResultSet row, int number) throws SQLException {
    Columns columns = new Columns(row);
    return new CustomerAddress(
        columns.text("address_id"),
        columns.text("customer_id"),
        new Address(
            columns.text("recipient_name"),
            columns.text("street"),
            columns.text("city"),
            columns.textOrNull("state"),
            columns.text("postal_code"),
            columns.text("country")),
        columns.time("added_at"));
  }
}
