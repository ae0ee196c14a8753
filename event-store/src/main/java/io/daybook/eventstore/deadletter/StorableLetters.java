package io.daybook.eventstore.deadletter;

import io.daybook.eventstore.Failures;
import io.daybook.eventstore.format.StoredText;
import io.daybook.eventstore.format.UnreadableMessage;
import java.util.Optional;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.deadletter.jdbc.JdbcDeadLetter;
import org.axonframework.messaging.deadletter.Cause;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.GenericDeadLetter;
import org.axonframework.messaging.deadletter.ThrowableCause;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/// Makes any letter one that can be stored. An event that cannot be read is kept as the event table has it; the message
/// of a failure is made a text that PostgreSQL takes.
///
/// @param serializer by which letters are written
record StorableLetters(Serializer serializer, StoredRows rows) {

  DeadLetter<EventMessage<?>> of(String sequence, DeadLetter<? extends EventMessage<?>> letter) {
    return new GenericDeadLetter<>(
        sequence,
        storable(letter.message()),
        letter.cause().<Cause>map(StorableLetters::readable).orElse(null),
        letter.enqueuedAt(),
        letter.lastTouched(),
        letter.diagnostics());
  }

  private EventMessage<?> storable(EventMessage<?> event) {
    try {
      event.serializePayload(serializer, byte[].class);
      event.serializeMetaData(serializer, byte[].class);
      return event;
    } catch (RuntimeException | Error e) {
      Exception why = Failures.asException(e);
      return rows.of(event)
          .<EventMessage<?>>map(stored -> with(event, StoredRows.unreadable(event, stored, why)))
          .orElse(event);
    }
  }

  private static EventMessage<?> with(EventMessage<?> event, UnreadableMessage unreadable) {
    return switch (event) {
      case GenericTrackedDomainEventMessage<?> tracked ->
          new GenericTrackedDomainEventMessage<>(
              tracked.trackingToken(),
              tracked.getType(),
              tracked.getAggregateIdentifier(),
              tracked.getSequenceNumber(),
              unreadable,
              tracked::getTimestamp);
      case DomainEventMessage<?> domain ->
          new GenericDomainEventMessage<>(
              domain.getType(),
              domain.getAggregateIdentifier(),
              domain.getSequenceNumber(),
              unreadable,
              domain::getTimestamp);
      case TrackedEventMessage<?> tracked ->
          new GenericTrackedEventMessage<>(
              tracked.trackingToken(), unreadable, tracked::getTimestamp);
      default -> new GenericEventMessage<>(unreadable, event::getTimestamp);
    };
  }

  static DeadLetter<? extends EventMessage<?>> readable(
      DeadLetter<? extends EventMessage<?>> letter) {
    Optional<Cause> cause = letter.cause();
    return cause.isPresent() && letter instanceof JdbcDeadLetter<? extends EventMessage<?>> stored
        ? with(stored, readable(cause.get()))
        : letter;
  }

  private static <M extends EventMessage<?>> JdbcDeadLetter<M> with(
      JdbcDeadLetter<M> letter, Cause cause) {
    return new JdbcDeadLetter<>(
        letter.getIdentifier(),
        letter.getSequenceIndex(),
        letter.getSequenceIdentifier(),
        letter.enqueuedAt(),
        letter.lastTouched(),
        cause,
        letter.diagnostics(),
        letter.message());
  }

  private static ThrowableCause readable(Cause cause) {
    @Nullable String message = cause.message();
    return new ThrowableCause(cause.type(), message == null ? null : StoredText.readable(message));
  }
}
