package io.daybook.command.dispatch;

import io.daybook.command.facts.Facts;
import io.daybook.command.facts.Fold;
import io.daybook.eventstore.Positions;
import java.time.Duration;
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

/// Waits until an entity has come to where a caller wants it. What this node writes wakes the
/// waiting at once; what another node writes is found by looking again.
public final class Outcomes {
  private static final long LOOK_AGAIN_MS = 250;

  private final Facts facts;
  private final Positions positions;
  private final ConcurrentHashMap<String, Set<Semaphore>> waiting = new ConcurrentHashMap<>();

  /// What is true of an entity.
  ///
  /// @param position who reads what is projected up to there sees no less than this
  public record Outcome<F>(F facts, long position) {}

  public Outcomes(Facts facts, Positions positions, EventStore events) {
    this.facts = facts;
    this.positions = positions;
    events.subscribe(
        messages -> CurrentUnitOfWork.get().afterCommit(committed -> messages.forEach(this::wake)));
  }

  /// The facts as they are when the wish has come true, or when the time is over.
  public <F> Optional<Outcome<F>> await(
      Fold<F> fold, String stream, Predicate<F> wish, Duration atMost) {
    return facts(fold, stream, wish, atMost)
        .map(found -> new Outcome<>(found, positions.lastOf(stream)));
  }

  private <F> Optional<F> facts(Fold<F> fold, String stream, Predicate<F> wish, Duration atMost) {
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
      Optional<F> found = facts.find(fold, stream);
      while (found.filter(wish).isEmpty() && pause(woken, deadline)) {
        found = facts.find(fold, stream);
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
      if (woken.tryAcquire(Math.min(left, LOOK_AGAIN_MS), TimeUnit.MILLISECONDS)) {
        woken.drainPermits();
      }
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
