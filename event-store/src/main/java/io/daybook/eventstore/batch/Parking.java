package io.daybook.eventstore.batch;

import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.async.SequencingPolicy;
import org.axonframework.eventhandling.deadletter.DeadLetteringEventHandlerInvoker;
import org.axonframework.messaging.deadletter.EnqueuePolicy;

/// Has an invoker park every event at fault, whatever fails, and no other.
public final class Parking {

  private Parking() {}

  /// @param sequencing may fail; then the event is parked in the sequence of its aggregate
  /// @param policy is not asked about a failure that is no event's fault, such as a lost connection
  public static DeadLetteringEventHandlerInvoker.Builder guard(
      DeadLetteringEventHandlerInvoker.Builder invoker,
      SequencingPolicy<? super EventMessage<?>> sequencing,
      EnqueuePolicy<EventMessage<?>> policy) {
    return invoker
        .sequencingPolicy(new SafeSequencing(sequencing))
        .enqueuePolicy(new ParkingPolicy(policy));
  }
}
