package io.daybook.app.move;

import io.daybook.app.ExitCode;
import io.daybook.app.Failure;
import io.daybook.app.postgres.DatabaseAddress;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/// The one connection to the database that is moved from. It can change nothing there.
record SourceConnection(SingleConnectionDataSource only) implements AutoCloseable {

  static SourceConnection to(DatabaseAddress address) {
    try {
      Connection connection = address.connect();
      connection.setReadOnly(true);
      return new SourceConnection(new SingleConnectionDataSource(connection, true));
    } catch (SQLException e) {
      throw new Failure(
          ExitCode.DATABASE_UNREACHABLE,
          "the database at %s cannot be reached: %s".formatted(address, e.getMessage()),
          e);
    }
  }

  DataSource database() {
    return only;
  }

  @Override
  public void close() {
    only.destroy();
  }
}
