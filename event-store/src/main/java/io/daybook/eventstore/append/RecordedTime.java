package io.daybook.eventstore.append;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;

/// When an event was recorded, cut to microseconds, which is what PostgreSQL keeps: so an event has the same
/// instant whether it is read from memory or from the table.
final class RecordedTime {
  private static final long MICROS = 1_000_000;
  private static final int NANOS_IN_A_MICRO = 1_000;

  private RecordedTime() {}

  static long micros(Instant instant) {
    return Math.addExact(
        Math.multiplyExact(instant.getEpochSecond(), MICROS), instant.getNano() / NANOS_IN_A_MICRO);
  }

  static EventMessage<?> cut(EventMessage<?> event) {
    Instant cut = event.getTimestamp().truncatedTo(ChronoUnit.MICROS);
    if (cut.equals(event.getTimestamp())) {
      return event;
    }
    return event instanceof DomainEventMessage<?> domain
        ? new GenericDomainEventMessage<>(
            domain.getType(),
            domain.getAggregateIdentifier(),
            domain.getSequenceNumber(),
            domain,
            cut)
        : new GenericEventMessage<>(event, () -> cut);
  }
}
