package io.daybook.eventstore;

import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;

/// Makes the dead-letter queue of a processor that an application builds itself.
@FunctionalInterface
public interface DeadLetterQueues {

  SequencedDeadLetterQueue<EventMessage<?>> of(String processor);
}
