package io.daybook.eventstore.read;

import java.lang.ref.SoftReference;
import java.util.LinkedHashMap;
import org.axonframework.common.Registration;
import org.axonframework.common.caching.Cache;
import org.axonframework.eventsourcing.AggregateCacheEntry;
import org.jspecify.annotations.Nullable;

/// The aggregates of one type that were used last, as their last commands left them. Those used least are
/// dropped, and any of them when memory is short; they are then read again.
///
/// An aggregate is handed out only if its stream is known not to have grown on another node: by a query before
/// it is handed out, or by the check of its [CachedRead] when its command has decided. Axon's repository drops
/// an aggregate whose command was rolled back, and holds its lock while it is used.
public final class AggregateCache implements Cache {

  private final StreamCache streams;
  private final int limit;
  private final LinkedHashMap<String, SoftReference<Entry>> entries =
      new LinkedHashMap<>(64, 0.75f, true);

  /// @param asOf the position up to which all events of its stream were known
  record Entry(String stream, AggregateCacheEntry<?> aggregate, long version, long asOf) {

    /// False if a command has changed the aggregate and the change was not saved.
    boolean isUnchanged() {
      @Nullable Long now = AggregateCache.version(aggregate);
      return now != null && now == version;
    }

    boolean isComplete(StreamCache streams) {
      return streams.isComplete(stream, version, asOf);
    }
  }

  /// @param limit how many aggregates are cached; 0 for no cache
  public AggregateCache(StreamCache streams, int limit) {
    this.streams = streams;
    this.limit = limit;
  }

  @Override
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // as Axon's interface has it
  public <K, V> @Nullable V get(K stream) {
    @Nullable Entry known = find(stream.toString());
    if (known == null) {
      return null;
    }
    if (known.isUnchanged() && known.isComplete(streams) && isCurrent(known)) {
      return (V) known.aggregate();
    }
    remove(stream);
    return null;
  }

  private boolean isCurrent(Entry entry) {
    long asOf = streams.validate();
    CachedRead.record(entry.stream(), asOf);
    return entry.isComplete(streams);
  }

  /// Axon's entry returns the aggregate that it was made of, whatever its parameters.
  private static @Nullable Long version(AggregateCacheEntry<?> entry) {
    return entry.recreateAggregate(null, null, null, null).version();
  }

  private synchronized @Nullable Entry find(String stream) {
    @Nullable SoftReference<Entry> reference = entries.get(stream);
    return reference == null ? null : reference.get();
  }

  @Override
  public void put(Object stream, Object value) {
    if (value instanceof AggregateCacheEntry<?> aggregate) {
      @Nullable Long version = version(aggregate);
      if (version != null && limit > 0) {
        put(new Entry(stream.toString(), aggregate, version, streams.readAsOf()));
      }
    }
  }

  private synchronized void put(Entry entry) {
    entries.put(entry.stream(), new SoftReference<>(entry));
    if (entries.size() > limit) {
      entries.pollFirstEntry();
    }
  }

  @Override
  public boolean putIfAbsent(Object stream, Object value) {
    boolean absent = !containsKey(stream);
    if (absent) {
      put(stream, value);
    }
    return absent;
  }

  @Override
  public synchronized boolean remove(Object stream) {
    return entries.remove(stream.toString()) != null;
  }

  @Override
  public synchronized void removeAll() {
    entries.clear();
  }

  @Override
  public boolean containsKey(Object stream) {
    return find(stream.toString()) != null;
  }

  /// @throws UnsupportedOperationException always: nobody learns what the garbage collector drops
  @Override
  public Registration registerCacheEntryListener(EntryListener listener) {
    throw new UnsupportedOperationException("An aggregate cache has no listeners");
  }
}
