package io.daybook.saga.process;

import java.util.List;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.deadletter.jdbc.JdbcDeadLetter;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.GenericDeadLetter;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.axonframework.messaging.deadletter.ThrowableCause;
import org.jspecify.annotations.Nullable;

/// The processes of one type that wait, because a message of theirs could not be handled. What comes for them goes
/// to the dead letters, where an operator has it handled again or lets it go. The others go on.
final class ParkedProcesses {
  private final SequencedDeadLetterQueue<EventMessage<?>> letters;

  ParkedProcesses(SequencedDeadLetterQueue<EventMessage<?>> letters) {
    this.letters = letters;
  }

  boolean holds(ProcessKey key) {
    return letters.contains(key.sagaId());
  }

  /// Parks the deliveries of a process that waits, behind its letters. The queue answers for a process that does not
  /// wait: the transaction does not commit if somebody else parks it meanwhile.
  ///
  /// @return whether it waits
  boolean parkBehind(ProcessKey key, List<Delivery> deliveries) {
    boolean waits = false;
    for (Delivery delivery : deliveries) {
      if (delivery.isFor(key)) {
        DeadLetter<EventMessage<?>> letter =
            new GenericDeadLetter<>(key.sagaId(), delivery.event());
        if (waits) {
          add(key.sagaId(), letter);
        } else if (letters.enqueueIfPresent(key.sagaId(), () -> letter)) {
          waits = true;
        } else {
          return false;
        }
      }
    }
    return waits;
  }

  /// @param why the first of the messages could not be handled
  void park(ProcessKey key, List<Delivery> deliveries, Exception why) {
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
    add(
        sequence,
        new GenericDeadLetter<>(
            sequence, event, why == null ? null : ThrowableCause.truncated(why)));
  }

  /// Behind those of its sequence, if there are any.
  private void add(String sequence, DeadLetter<EventMessage<?>> letter) {
    if (!letters.enqueueIfPresent(sequence, () -> letter)) {
      letters.enqueue(sequence, letter);
    }
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
