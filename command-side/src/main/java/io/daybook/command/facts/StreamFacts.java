package io.daybook.command.facts;

import io.daybook.eventstore.GuardedReads;
import io.daybook.kernel.Event;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;

/// Folds streams, and remembers where it got to: the next question reads only what is new. So an
/// answer is never stale. What is new the event store has in memory, once it has checked its head.
public final class StreamFacts implements Facts {
  private final EventStore events;
  private final GuardedReads guardedReads;
  private final Map<Key, Read<?>> cache;

  private record Key(Class<?> type, String stream) {}

  private record Read<F>(@Nullable F facts, long nextSequence) {}

  public StreamFacts(EventStore events, GuardedReads guardedReads, int cached) {
    this.events = events;
    this.guardedReads = guardedReads;
    this.cache = new RecentlyUsed<>(cached);
  }

  @Override
  public <F> Optional<F> find(Fold<F> fold, String stream) {
    return Optional.ofNullable(read(fold, stream).facts());
  }

  @Override
  public <F> Optional<F> rely(Fold<F> fold, String stream) {
    Read<F> now = read(fold, stream);
    guardedReads.endsAt(stream, now.nextSequence() - 1);
    return Optional.ofNullable(now.facts());
  }

  private <F> Read<F> read(Fold<F> fold, String stream) {
    Key key = new Key(fold.type(), stream);
    Read<F> known = known(fold, key);
    Read<F> now = readOn(fold, stream, known);
    if (now.nextSequence() > known.nextSequence()) {
      synchronized (cache) {
        cache.put(key, now);
      }
    }
    return now;
  }

  private <F> Read<F> known(Fold<F> fold, Key key) {
    Read<?> read;
    synchronized (cache) {
      read = cache.get(key);
    }
    return read == null || read.facts() == null
        ? new Read<>(null, 0)
        : new Read<>(fold.type().cast(read.facts()), read.nextSequence());
  }

  private <F> Read<F> readOn(Fold<F> fold, String stream, Read<F> known) {
    F facts = known.facts();
    long next = known.nextSequence();
    DomainEventStream tail = events.readEvents(stream, next);
    while (tail.hasNext()) {
      DomainEventMessage<?> message = tail.next();
      facts = fold.step().apply(facts, (Event) message.getPayload());
      next = message.getSequenceNumber() + 1;
    }
    return new Read<>(facts, next);
  }

  private static final class RecentlyUsed<K, V> extends LinkedHashMap<K, V> {
    private static final long serialVersionUID = 1L;
    private final int limit;

    RecentlyUsed(int limit) {
      super(16, 0.75f, true);
      this.limit = limit;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
      return size() > limit;
    }
  }
}
