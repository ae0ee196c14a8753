package io.daybook.eventstore;

import java.util.function.Predicate;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.deadletter.jdbc.JdbcDeadLetter;
import org.axonframework.messaging.deadletter.DeadLetter;

/// Selects one sequence of a processor's dead letters by its identifier, and finds it without looking at others.
public record ParkedSequence(String sequence)
    implements Predicate<DeadLetter<? extends EventMessage<?>>> {

  @Override
  public boolean test(DeadLetter<? extends EventMessage<?>> letter) {
    return letter instanceof JdbcDeadLetter<?> stored
        && stored.getSequenceIdentifier().equals(sequence);
  }
}
