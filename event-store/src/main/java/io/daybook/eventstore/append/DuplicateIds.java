package io.daybook.eventstore.append;

import io.daybook.eventstore.SqlStates;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/// Tells the index by ids of events, of which each part of the table has one, from all other unique indexes: those of
/// an application's own tables may be violated as well, by what it stages.
final class DuplicateIds {

  private static final String SCHEMA = "event_store";
  private static final String INDEX = "event_[0-9]+_event_id";

  private DuplicateIds() {}

  static boolean isViolatedBy(SQLException refused) {
    return SqlStates.isUniqueViolation(refused)
        && refused instanceof PSQLException failure
        && isOfEvents(failure.getServerErrorMessage());
  }

  private static boolean isOfEvents(@Nullable ServerErrorMessage message) {
    return message != null
        && SCHEMA.equals(message.getSchema())
        && message.getConstraint() instanceof String index
        && index.matches(INDEX);
  }
}
