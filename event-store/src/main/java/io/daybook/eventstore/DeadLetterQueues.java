package io.daybook.eventstore;

import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;

/// The dead letters of this store, which take any event: one that cannot be read as well, whose stored bytes are kept.
/// An application that builds a processor itself takes its queue from here.
@FunctionalInterface
public interface DeadLetterQueues {

  /// Those of one processor, or of any group of handlers with a name of its own.
  SequencedDeadLetterQueue<EventMessage<?>> of(String processor);
}
