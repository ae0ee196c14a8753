package io.daybook.saga.process;

import static java.util.stream.Collectors.toSet;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.deadletter.jdbc.JdbcDeadLetter;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.GenericDeadLetter;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.axonframework.messaging.deadletter.ThrowableCause;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;

/// The processes of one type that wait, because a message of theirs could not be handled. What comes for them goes
/// to the dead letters, where an operator has it handled again or lets it go. The others go on.
final class ParkedProcesses {
  private static final long NEVER = -1;

  private final SequencedDeadLetterQueue<EventMessage<?>> letters;

  /// Changes whenever there may be a letter that was not seen.
  private final AtomicLong changes = new AtomicLong();

  /// The changes when there was no letter at all: then nobody need be looked up.
  private volatile long noneAt = NEVER;

  ParkedProcesses(SequencedDeadLetterQueue<EventMessage<?>> letters) {
    this.letters = letters;
  }

  /// Another node may have parked some.
  void forget() {
    changes.incrementAndGet();
  }

  Set<ProcessKey> among(Collection<ProcessKey> keys) {
    long seen = changes.get();
    if (keys.isEmpty() || noneAt == seen) {
      return Set.of();
    }
    if (letters.size() == 0) {
      noneAt = seen;
      return Set.of();
    }
    return keys.stream().filter(key -> letters.contains(key.sagaId())).collect(toSet());
  }

  /// @param why the first of the messages could not be handled; absent where they wait behind others
  void park(ProcessKey key, List<Delivery> deliveries, @Nullable Exception why) {
    @Nullable Exception cause = why;
    for (Delivery delivery : deliveries) {
      if (delivery.isFor(key)) {
        park(key.sagaId(), delivery.event(), cause);
        cause = null;
      }
    }
  }

  /// @param why absent for a message that waits behind another one
  void park(String sequence, EventMessage<?> event, @Nullable Exception why) {
    changes.incrementAndGet();
    if (CurrentUnitOfWork.isStarted()) {
      CurrentUnitOfWork.get().afterCommit(_ -> changes.incrementAndGet());
    }
    letters.enqueue(
        sequence,
        new GenericDeadLetter<>(
            sequence, event, why == null ? null : ThrowableCause.truncated(why)));
  }

  static String sequenceOf(DeadLetter<?> letter) {
    return switch (letter) {
      case JdbcDeadLetter<?> stored -> stored.getSequenceIdentifier();
      case GenericDeadLetter<?> kept -> kept.getSequenceIdentifier().toString();
      default -> throw new IllegalArgumentException("Of no known queue: " + letter);
    };
  }

  SequencedDeadLetterQueue<EventMessage<?>> letters() {
    return letters;
  }
}
