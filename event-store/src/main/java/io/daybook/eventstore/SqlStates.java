package io.daybook.eventstore;

import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What an SQLSTATE of PostgreSQL's says about a failure (PostgreSQL's manual, appendix A).
public final class SqlStates {

  private static final String CONNECTION_FAILURE = "08";
  private static final String SHUTDOWN = "57P";
  private static final String UNIQUE_VIOLATION = "23505";
  private static final String LOCK_NOT_AVAILABLE = "55P03";

  /// Connection, resources, operator intervention, system error, deadlock and serialization.
  private static final Set<String> TRANSIENT_CLASSES = Set.of("08", "53", "57", "58", "40");

  private SqlStates() {}

  /// The connection is gone, and with it the answer to the last statement. A failure without a state comes
  /// from the driver, which has no connection either.
  public static boolean isConnectionLost(SQLException failure) {
    @Nullable String state = failure.getSQLState();
    return state == null || state.startsWith(CONNECTION_FAILURE) || state.startsWith(SHUTDOWN);
  }

  /// The same of any failure in the chain of causes.
  public static boolean isCausedByLostConnection(@Nullable Throwable failure) {
    return switch (failure) {
      case null -> false;
      case SQLException sql when isConnectionLost(sql) -> true;
      case Throwable other -> isCausedByLostConnection(other.getCause());
    };
  }

  /// The same statement may succeed later: the failure has nothing to do with what was to be written.
  public static boolean isTransient(SQLException failure) {
    @Nullable String state = failure.getSQLState();
    return state != null
        && (TRANSIENT_CLASSES.contains(state.substring(0, 2)) || state.equals(LOCK_NOT_AVAILABLE));
  }

  /// Any failure in the chain of causes says that a lock was not granted in time.
  public static boolean isLockTimeout(@Nullable Throwable failure) {
    return switch (failure) {
      case null -> false;
      case SQLException sql when LOCK_NOT_AVAILABLE.equals(sql.getSQLState()) -> true;
      case Throwable other -> isLockTimeout(other.getCause());
    };
  }

  /// Any failure in the chain of causes, or of those that PostgreSQL's driver adds to it, violates a unique
  /// index.
  public static boolean isUniqueViolation(@Nullable Throwable failure) {
    return switch (failure) {
      case null -> false;
      case SQLException sql when UNIQUE_VIOLATION.equals(sql.getSQLState()) -> true;
      case SQLException sql when sql.getNextException() != null ->
          isUniqueViolation(sql.getNextException()) || isUniqueViolation(sql.getCause());
      case Throwable other -> isUniqueViolation(other.getCause());
    };
  }
}
