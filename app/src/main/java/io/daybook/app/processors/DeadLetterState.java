package io.daybook.app.processors;

import java.time.Instant;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.deadletter.jdbc.JdbcDeadLetter;
import org.axonframework.messaging.deadletter.Cause;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.jspecify.annotations.Nullable;

/// An event that a processor could not handle, or one that waits behind such a one.
///
/// @param sequence the letters of one sequence are handled in order: the first holds back the others
/// @param cause why it failed; absent on a letter that is only waiting
public record DeadLetterState(
    String id,
    String processor,
    String sequence,
    long index,
    String eventId,
    String type,
    @Nullable String stream,
    Instant enqueuedAt,
    Instant lastTouchedAt,
    @Nullable String cause) {

  static DeadLetterState of(String processor, DeadLetter<? extends EventMessage<?>> letter) {
    JdbcDeadLetter<?> stored = (JdbcDeadLetter<?>) letter;
    EventMessage<?> event = letter.message();
    return new DeadLetterState(
        stored.getIdentifier(),
        processor,
        stored.getSequenceIdentifier(),
        stored.getSequenceIndex(),
        event.getIdentifier(),
        event.getPayloadType().getSimpleName(),
        event instanceof DomainEventMessage<?> domain ? domain.getAggregateIdentifier() : null,
        letter.enqueuedAt(),
        letter.lastTouched(),
        letter.cause().map(DeadLetterState::describe).orElse(null));
  }

  private static String describe(Cause cause) {
    return cause.type() + ": " + cause.message();
  }
}
