package io.daybook.command.rest;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// Tells a database that is not there from one that refuses a statement.
final class LostDatabase {
  private static final String CONNECTION_FAILURE = "08";
  private static final String SHUTDOWN = "57P";

  private LostDatabase() {}

  /// A failure without a state comes from this side of the connection.
  static boolean isBehind(@Nullable Throwable failure) {
    return switch (failure) {
      case null -> false;
      case SQLException sql when sql.getSQLState() == null -> true;
      case SQLException sql
          when sql.getSQLState().startsWith(CONNECTION_FAILURE)
              || sql.getSQLState().startsWith(SHUTDOWN) ->
          true;
      case Throwable other -> isBehind(other.getCause());
    };
  }
}
