package io.daybook.saga.process;

import io.daybook.saga.Cause;
import io.opentelemetry.context.Context;
import java.util.Set;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.modelling.saga.AssociationValue;
import org.jspecify.annotations.Nullable;

/// An event, or a deadline, and the processes that it concerns.
///
/// @param key of the process whose key the event names, if it names one
/// @param starts whether it starts that process unless it runs
/// @param associations by which other processes may be found, of the event's tenant
/// @param trace in which it is handled
record Delivery(
    EventMessage<?> event,
    @Nullable ProcessKey key,
    boolean starts,
    Set<AssociationValue> associations,
    Context trace) {

  /// Whether it waits when the process waits. What names another property may be for any process of its tenant.
  boolean isFor(ProcessKey process) {
    return process.equals(key)
        || !associations.isEmpty() && process.tenant().equals(Cause.tenantOf(event));
  }

  /// Whether the process must look at it. The saga's own associations then decide.
  boolean mayConcern(ProcessKey process) {
    return process.equals(key) || !associations.isEmpty();
  }
}
