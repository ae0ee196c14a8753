package io.daybook.eventstore.batch;

import io.daybook.eventstore.Failures;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.deadletter.jdbc.JdbcDeadLetter;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.EnqueueDecision;
import org.axonframework.messaging.deadletter.EnqueuePolicy;
import org.jspecify.annotations.Nullable;

/// Asks the application's policy only about events that are at fault, and in a transaction in which their dead
/// letters can be written.
record ParkingPolicy(EnqueuePolicy<EventMessage<?>> policy)
    implements EnqueuePolicy<EventMessage<?>> {

  @Override
  public EnqueueDecision<EventMessage<?>> decide(
      DeadLetter<? extends EventMessage<?>> letter, @Nullable Throwable cause) {
    if (!(letter instanceof JdbcDeadLetter<?>)) {
      requireFault(cause);
    }
    return policy.decide(letter, cause);
  }

  /// Not of a letter that is retried: Axon would drop it if this threw.
  private static void requireFault(@Nullable Throwable cause) {
    if (cause instanceof TransactionAborted aborted) {
      throw aborted;
    }
    if (cause != null && Failures.isTransient(cause)) {
      throw new NotParked(cause);
    }
  }
}
