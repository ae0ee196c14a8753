package io.daybook.eventstore.postgres;

import java.sql.SQLException;
import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/// Which event of a unit of work was in the way. It decides whether the command may be tried again: a
/// stream that exists already will not go away, a stream that has grown can be loaded afresh.
final class Conflict {

  private Conflict() {}

  static EventMessage<?> among(List<? extends EventMessage<?>> events, SQLException failure) {
    @Nullable String detail = detail(failure);
    return events.stream()
        .filter(event -> detail != null && detail.contains(key(event)))
        .<EventMessage<?>>map(event -> event)
        .findFirst()
        .orElse(events.getFirst());
  }

  /// As PostgreSQL puts it: `Key (stream, sequence)=(shop/ord_1, 4) already exists.`
  private static String key(EventMessage<?> event) {
    return event instanceof DomainEventMessage<?> domainEvent
        ? "=(" + domainEvent.getAggregateIdentifier() + ", " + domainEvent.getSequenceNumber() + ")"
        : "=(" + event.getIdentifier() + ", 0)";
  }

  private static @Nullable String detail(SQLException failure) {
    @Nullable ServerErrorMessage message =
        failure instanceof PSQLException postgres ? postgres.getServerErrorMessage() : null;
    return message == null ? null : message.getDetail();
  }
}
