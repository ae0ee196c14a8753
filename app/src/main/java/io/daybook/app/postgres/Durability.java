package io.daybook.app.postgres;

import io.daybook.app.ExitCode;
import io.daybook.app.Failure;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/// A database that acknowledges what is not on the disk loses orders in a power failure.
final class Durability {
  private static final List<String> SWITCHES =
      List.of("fsync", "synchronous_commit", "full_page_writes");
  private static final int OLDEST_MAJOR = 15;

  private Durability() {}

  /// Refuses with [ExitCode#DATABASE_REFUSED] unless every switch is on or the data may be lost.
  static void require(DatabaseAddress address, boolean throwAway) {
    try (Connection connection = address.connect()) {
      requireVersion(connection.getMetaData().getDatabaseMajorVersion());
      List<String> off = switchedOff(connection);
      if (!off.isEmpty() && !throwAway) {
        throw new Failure(
            ExitCode.DATABASE_REFUSED,
            "the database at %s would lose data in a crash, it runs with %s: switch them on, or say that its data may be lost with --throw-away"
                .formatted(address, String.join(", ", off)));
      }
    } catch (SQLException e) {
      throw new Failure(
          ExitCode.DATABASE_UNREACHABLE,
          "the database at %s cannot be reached: %s".formatted(address, e.getMessage()),
          e);
    }
  }

  private static void requireVersion(int major) {
    if (major < OLDEST_MAJOR) {
      throw new Failure(
          ExitCode.DATABASE_REFUSED,
          "the database is PostgreSQL %d, and %d is the oldest that will do"
              .formatted(major, OLDEST_MAJOR));
    }
  }

  private static List<String> switchedOff(Connection connection) throws SQLException {
    List<String> off = new ArrayList<>();
    try (Statement statement = connection.createStatement()) {
      for (String name : SWITCHES) {
        String value = show(statement, name);
        if (value.equals("off")) {
          off.add(name + "=" + value);
        }
      }
    }
    return off;
  }

  private static String show(Statement statement, String name) throws SQLException {
    try (ResultSet rows = statement.executeQuery("SHOW " + name)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
