package io.daybook.eventstore.batch;

import io.daybook.eventstore.Failures;
import io.daybook.eventstore.format.StoredText;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.async.SequencingPolicy;
import org.axonframework.eventhandling.async.SequentialPerAggregatePolicy;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/// A sequencing policy that always has an answer. Where the application's own one fails, the event belongs to the
/// sequence of its aggregate, and its handler fails with what the policy has thrown.
final class SafeSequencing implements SequencingPolicy<EventMessage<?>> {
  private static final String FAILED = SafeSequencing.class.getName();

  private final SequencingPolicy<? super EventMessage<?>> policy;

  SafeSequencing(SequencingPolicy<? super EventMessage<?>> policy) {
    this.policy = policy;
  }

  @Override
  public @Nullable Object getSequenceIdentifierFor(EventMessage<?> event) {
    try {
      return storable(policy.getSequenceIdentifierFor(event));
    } catch (RuntimeException | Error e) {
      remember(event, Failures.asException(e));
      return SequentialPerAggregatePolicy.instance().getSequenceIdentifierFor(event);
    }
  }

  /// A dead letter has it as a text.
  private static @Nullable Object storable(@Nullable Object sequence) {
    return sequence instanceof String text ? StoredText.readable(text) : sequence;
  }

  private static void remember(EventMessage<?> event, Exception failure) {
    if (CurrentUnitOfWork.isStarted()) {
      CurrentUnitOfWork.get()
          .root()
          .<Map<String, Exception>>getOrComputeResource(FAILED, _ -> new HashMap<>())
          .put(event.getIdentifier(), failure);
    }
  }

  /// @throws Exception what the policy has thrown for this event
  static void requireSequence(UnitOfWork<?> unit, Message<?> event) throws Exception {
    @Nullable Map<String, Exception> failures = unit.root().getResource(FAILED);
    @Nullable Exception failure = failures == null ? null : failures.get(event.getIdentifier());
    if (failure != null) {
      throw failure;
    }
  }
}
