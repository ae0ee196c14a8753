package io.daybook.eventstore.postgres;

import java.sql.SQLException;
import org.axonframework.common.jdbc.PersistenceExceptionResolver;
import org.jspecify.annotations.Nullable;

/// PostgreSQL says 23505 where Axon's own resolver knows other databases' numbers only, so a conflict
/// would look like a broken store.
public final class DuplicateKeys implements PersistenceExceptionResolver {

  private static final String UNIQUE_VIOLATION = "23505";

  @Override
  public boolean isDuplicateKeyViolation(Exception exception) {
    return isViolation(exception);
  }

  private static boolean isViolation(@Nullable Throwable failure) {
    return switch (failure) {
      case null -> false;
      case SQLException sql when UNIQUE_VIOLATION.equals(sql.getSQLState()) -> true;
      case SQLException sql when sql.getNextException() != null ->
          isViolation(sql.getNextException()) || isViolation(sql.getCause());
      case Throwable other -> isViolation(other.getCause());
    };
  }
}
