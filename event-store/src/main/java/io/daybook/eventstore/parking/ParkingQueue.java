package io.daybook.eventstore.parking;

import io.daybook.eventstore.Failures;
import io.daybook.eventstore.format.StoredText;
import io.daybook.eventstore.format.UnreadableMessage;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.deadletter.Cause;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.EnqueueDecision;
import org.axonframework.messaging.deadletter.GenericDeadLetter;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.axonframework.messaging.deadletter.ThrowableCause;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/// A queue that takes every letter. An event that cannot be read is kept as the event table has it; the message of
/// a failure is made a text that PostgreSQL takes.
final class ParkingQueue implements SequencedDeadLetterQueue<EventMessage<?>> {

  private final SequencedDeadLetterQueue<EventMessage<?>> queue;
  private final Serializer serializer;
  private final StoredRows rows;

  /// @param serializer by which the queue writes events
  ParkingQueue(
      SequencedDeadLetterQueue<EventMessage<?>> queue, Serializer serializer, StoredRows rows) {
    this.queue = queue;
    this.serializer = serializer;
    this.rows = rows;
  }

  @Override
  public void enqueue(Object sequence, DeadLetter<? extends EventMessage<?>> letter) {
    queue.enqueue(sequence, storable(sequence, letter));
  }

  @Override
  public boolean enqueueIfPresent(
      Object sequence, Supplier<DeadLetter<? extends EventMessage<?>>> letter) {
    return queue.enqueueIfPresent(sequence, () -> storable(sequence, letter.get()));
  }

  private DeadLetter<EventMessage<?>> storable(
      Object sequence, DeadLetter<? extends EventMessage<?>> letter) {
    return new GenericDeadLetter<>(
        sequence,
        storable(letter.message()),
        letter.cause().<Cause>map(ParkingQueue::readable).orElse(null),
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

  private static ThrowableCause readable(Cause cause) {
    @Nullable String message = cause.message();
    return new ThrowableCause(cause.type(), message == null ? null : StoredText.readable(message));
  }

  @Override
  public void requeue(
      DeadLetter<? extends EventMessage<?>> letter,
      UnaryOperator<DeadLetter<? extends EventMessage<?>>> update) {
    queue.requeue(letter, known -> readable(update.apply(known)));
  }

  private static DeadLetter<? extends EventMessage<?>> readable(
      DeadLetter<? extends EventMessage<?>> letter) {
    return letter
        .cause()
        .<DeadLetter<? extends EventMessage<?>>>map(cause -> letter.withCause(readable(cause)))
        .orElse(letter);
  }

  @Override
  public void evict(DeadLetter<? extends EventMessage<?>> letter) {
    queue.evict(letter);
  }

  @Override
  public boolean contains(Object sequence) {
    return queue.contains(sequence);
  }

  @Override
  public Iterable<DeadLetter<? extends EventMessage<?>>> deadLetterSequence(Object sequence) {
    return queue.deadLetterSequence(sequence);
  }

  @Override
  public Iterable<Iterable<DeadLetter<? extends EventMessage<?>>>> deadLetters() {
    return queue.deadLetters();
  }

  @Override
  public boolean isFull(Object sequence) {
    return queue.isFull(sequence);
  }

  @Override
  public long size() {
    return queue.size();
  }

  @Override
  public long sequenceSize(Object sequence) {
    return queue.sequenceSize(sequence);
  }

  @Override
  public long amountOfSequences() {
    return queue.amountOfSequences();
  }

  @Override
  public boolean process(
      Predicate<DeadLetter<? extends EventMessage<?>>> filter,
      Function<DeadLetter<? extends EventMessage<?>>, EnqueueDecision<EventMessage<?>>> task) {
    return queue.process(filter, task);
  }

  @Override
  public boolean process(
      Function<DeadLetter<? extends EventMessage<?>>, EnqueueDecision<EventMessage<?>>> task) {
    return queue.process(task);
  }

  @Override
  public void clear() {
    queue.clear();
  }
}
