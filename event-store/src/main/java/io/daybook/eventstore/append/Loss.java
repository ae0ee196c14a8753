package io.daybook.eventstore.append;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// A connection that is gone, so that nobody knows whether the server did what it was asked last.
final class Loss {

  private static final String CONNECTION_FAILURE = "08";
  private static final String SHUTDOWN = "57P";

  private Loss() {}

  static boolean is(SQLException e) {
    @Nullable String state = e.getSQLState();
    return state == null || state.startsWith(CONNECTION_FAILURE) || state.startsWith(SHUTDOWN);
  }
}
