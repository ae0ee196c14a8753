package io.daybook.eventstore.postgres;

import io.daybook.eventstore.SqlStates;
import org.axonframework.common.jdbc.PersistenceExceptionResolver;

/// Axon's own resolver knows the error codes of other databases only: with it a conflict would look like a
/// broken store.
public final class DuplicateKeys implements PersistenceExceptionResolver {

  @Override
  public boolean isDuplicateKeyViolation(Exception exception) {
    return SqlStates.isUniqueViolation(exception);
  }
}
