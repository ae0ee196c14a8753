package io.daybook.app.postgres;

import io.daybook.app.ExitCode;
import io.daybook.app.Failure;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/// A pooler that hands a session of PostgreSQL to another client after each transaction, such as pgbouncer with
/// `pool_mode = transaction`. Prepared statements, `LISTEN`, advisory locks and the settings of a session belong to a
/// session, and so would be lost or be found by somebody else.
final class SharedSessions {
  private static final String SETTING = "daybook.session";

  private SharedSessions() {}

  /// Refuses with [ExitCode#DATABASE_REFUSED] where two connections get one session, or one gets several.
  static void refuse(DatabaseAddress address) {
    try (Connection first = address.connect();
        Connection second = address.connect()) {
      if (areFoundIn(first, second)) {
        throw new Failure(
            ExitCode.DATABASE_REFUSED,
            "the database at %s is behind a pooler that shares its sessions (pgbouncer with pool_mode = transaction, say), and Daybook needs sessions of its own: set pool_mode = session, or name the address of PostgreSQL itself"
                .formatted(address));
      }
    } catch (SQLException e) {
      throw new Failure(
          ExitCode.DATABASE_UNREACHABLE,
          "the database at %s cannot be reached: %s".formatted(address, e.getMessage()),
          e);
    }
  }

  /// The second holds its session while the first looks for what it has left in its own.
  static boolean areFoundIn(Connection first, Connection second) throws SQLException {
    String left = UUID.randomUUID().toString();
    ask(first, "SELECT set_config(?, '%s', false)".formatted(left));
    second.setAutoCommit(false);
    String found = ask(second, "SELECT coalesce(current_setting(?, true), '')");
    boolean shared =
        found.equals(left)
            || !ask(first, "SELECT coalesce(current_setting(?, true), '')").equals(left);
    second.rollback();
    return shared;
  }

  private static String ask(Connection connection, String sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, SETTING);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getString(1);
      }
    }
  }
}
