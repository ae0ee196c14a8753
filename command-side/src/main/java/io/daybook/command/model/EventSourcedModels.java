package io.daybook.command.model;

import io.daybook.eventstore.GuardedReads;
import io.daybook.kernel.Event;
import java.lang.ref.SoftReference;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;

/// Makes models from streams and caches them with the position that they were read to. A model is never
/// stale: each time the events after that position are read. The event store serves recent events from
/// its memory, once it has checked its head.
public final class EventSourcedModels implements DecisionModels {
  private final EventStore events;
  private final GuardedReads guardedReads;

  /// Bounded in number; and when memory is short, any of them is dropped and read again.
  private final Map<Key, SoftReference<Read<?>>> cache;

  private record Key(Class<?> type, String stream) {}

  private record Read<M>(@Nullable M model, long nextSequence) {}

  public EventSourcedModels(EventStore events, GuardedReads guardedReads, int cached) {
    this.events = events;
    this.guardedReads = guardedReads;
    this.cache = new RecentlyUsed<>(cached);
  }

  @Override
  public <M> Optional<M> find(ModelDefinition<M> definition, String stream) {
    return Optional.ofNullable(read(definition, stream).model());
  }

  @Override
  public <M> Optional<M> rely(ModelDefinition<M> definition, String stream) {
    Read<M> now = read(definition, stream);
    guardedReads.endsAt(stream, now.nextSequence() - 1);
    return Optional.ofNullable(now.model());
  }

  private <M> Read<M> read(ModelDefinition<M> definition, String stream) {
    Key key = new Key(definition.type(), stream);
    Read<M> known = known(definition, key);
    Read<M> now = readOn(definition, stream, known);
    if (now.nextSequence() > known.nextSequence()) {
      synchronized (cache) {
        cache.put(key, new SoftReference<>(now));
      }
    }
    return now;
  }

  private <M> Read<M> known(ModelDefinition<M> definition, Key key) {
    SoftReference<Read<?>> reference;
    synchronized (cache) {
      reference = cache.get(key);
    }
    Read<?> read = reference == null ? null : reference.get();
    return read == null || read.model() == null
        ? new Read<>(null, 0)
        : new Read<>(definition.type().cast(read.model()), read.nextSequence());
  }

  private <M> Read<M> readOn(ModelDefinition<M> definition, String stream, Read<M> known) {
    M model = known.model();
    long next = known.nextSequence();
    DomainEventStream tail = events.readEvents(stream, next);
    while (tail.hasNext()) {
      DomainEventMessage<?> message = tail.next();
      model = definition.evolve().apply(model, (Event) message.getPayload());
      next = message.getSequenceNumber() + 1;
    }
    return new Read<>(model, next);
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
