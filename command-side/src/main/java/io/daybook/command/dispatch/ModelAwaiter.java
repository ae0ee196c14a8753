package io.daybook.command.dispatch;

import io.daybook.command.model.DecisionModels;
import io.daybook.command.model.ModelDefinition;
import io.daybook.eventstore.Positions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;

/// Waits until the model of an entity meets a condition. An event that this node commits wakes those who
/// wait for its stream at once; an event of another node is found by reading again every 250 ms.
public final class ModelAwaiter {
  private static final long READ_AGAIN_MS = 250;

  private final DecisionModels models;
  private final Positions positions;
  private final ConcurrentHashMap<String, Set<Semaphore>> waiting = new ConcurrentHashMap<>();

  /// The model that was waited for.
  ///
  /// @param position a projection that has reached it shows at least what the model says
  public record Awaited<M>(M model, long position) {}

  public ModelAwaiter(DecisionModels models, Positions positions, EventStore events) {
    this.models = models;
    this.positions = positions;
    events.subscribe(this::wakeWhenCommitted);
  }

  /// What is published outside of a unit of work is stored by now.
  private void wakeWhenCommitted(List<? extends EventMessage<?>> messages) {
    if (CurrentUnitOfWork.isStarted()) {
      CurrentUnitOfWork.get().afterCommit(committed -> messages.forEach(this::wake));
    } else {
      messages.forEach(this::wake);
    }
  }

  /// The model as it is when it meets the condition, or when the time is over.
  public <M> Optional<Awaited<M>> await(
      ModelDefinition<M> definition, String stream, Predicate<M> condition, Duration atMost) {
    return model(definition, stream, condition, atMost)
        .map(found -> new Awaited<>(found, positions.lastOf(stream)));
  }

  private <M> Optional<M> model(
      ModelDefinition<M> definition, String stream, Predicate<M> condition, Duration atMost) {
    long deadline = System.nanoTime() + atMost.toNanos();
    Semaphore woken = new Semaphore(0);
    waiting.compute(
        stream,
        (name, others) -> {
          Set<Semaphore> all = others == null ? ConcurrentHashMap.newKeySet() : others;
          all.add(woken);
          return all;
        });
    try {
      Optional<M> found = models.find(definition, stream);
      while (found.filter(condition).isEmpty() && pause(woken, deadline)) {
        found = models.find(definition, stream);
      }
      return found;
    } finally {
      waiting.computeIfPresent(
          stream,
          (name, all) -> {
            all.remove(woken);
            return all.isEmpty() ? null : all;
          });
    }
  }

  private void wake(EventMessage<?> message) {
    if (message instanceof DomainEventMessage<?> event) {
      waiting.getOrDefault(event.getAggregateIdentifier(), Set.of()).forEach(Semaphore::release);
    }
  }

  private static boolean pause(Semaphore woken, long deadline) {
    long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
    if (left <= 0) {
      return false;
    }
    try {
      if (woken.tryAcquire(Math.min(left, READ_AGAIN_MS), TimeUnit.MILLISECONDS)) {
        woken.drainPermits();
      }
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
