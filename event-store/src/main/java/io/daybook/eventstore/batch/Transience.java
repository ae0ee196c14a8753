package io.daybook.eventstore.batch;

import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Failures that have nothing to do with what was to be written, and go by.
final class Transience {
  /// Connection, resources, operator, deadlock and serialization: SQLSTATE, PostgreSQL's appendix A.
  private static final Set<String> CLASSES = Set.of("08", "53", "57", "58", "40");

  private static final String LOCK_NOT_AVAILABLE = "55P03";

  private Transience() {}

  static boolean of(SQLException failure) {
    @Nullable String state = failure.getSQLState();
    return state != null
        && (CLASSES.contains(state.substring(0, 2)) || state.equals(LOCK_NOT_AVAILABLE));
  }
}
