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
  private static final String READ_ONLY = "25006";

  /// PostgreSQL ends a session that leaves its transaction idle, or open, for too long.
  private static final Set<String> ENDED_BY_TIMEOUT = Set.of("25P03", "25P04");

  /// Connection, resources, operator intervention, system error, deadlock and serialization.
  private static final Set<String> TRANSIENT_CLASSES = Set.of("08", "53", "57", "58", "40");

  /// The same without those that another transaction causes.
  private static final Set<String> UNAVAILABLE_CLASSES = Set.of("08", "53", "57", "58");

  private SqlStates() {}

  /// The connection is gone, and with it the answer to the last statement. A failure without a state comes
  /// from the driver, which has no connection either.
  public static boolean isConnectionLost(SQLException failure) {
    @Nullable String state = failure.getSQLState();
    return state == null
        || state.startsWith(CONNECTION_FAILURE)
        || state.startsWith(SHUTDOWN)
        || isEndedByTimeout(failure);
  }

  /// PostgreSQL has ended the session because its transaction was left open for too long.
  public static boolean isEndedByTimeout(SQLException failure) {
    @Nullable String state = failure.getSQLState();
    return state != null && ENDED_BY_TIMEOUT.contains(state);
  }

  /// The session writes nothing any more: its server has become a standby, or was made read-only. A new session may
  /// reach another server.
  public static boolean isReadOnly(SQLException failure) {
    return READ_ONLY.equals(failure.getSQLState());
  }

  /// The database cannot do it now, whatever is asked of it: it is away, shuts down, is read-only, has no room or no
  /// connection left, or did not come to it in time. Nothing of the transaction is written, unless the connection
  /// was lost around its commit.
  public static boolean isUnavailable(SQLException failure) {
    @Nullable String state = failure.getSQLState();
    return isConnectionLost(failure)
        || isReadOnly(failure)
        || LOCK_NOT_AVAILABLE.equals(state)
        || state != null && UNAVAILABLE_CLASSES.contains(state.substring(0, 2));
  }

  /// The same of any failure in the chain of causes.
  public static boolean isCausedByUnavailability(@Nullable Throwable failure) {
    return switch (failure) {
      case null -> false;
      case SQLException sql when isUnavailable(sql) -> true;
      case Throwable other -> isCausedByUnavailability(other.getCause());
    };
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
        && (TRANSIENT_CLASSES.contains(state.substring(0, 2))
            || state.equals(LOCK_NOT_AVAILABLE)
            || state.equals(READ_ONLY)
            || ENDED_BY_TIMEOUT.contains(state));
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
