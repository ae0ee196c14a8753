package io.daybook.eventstore.read;

import java.lang.ref.SoftReference;
import java.util.LinkedHashMap;
import org.axonframework.common.Registration;
import org.axonframework.common.caching.Cache;
import org.axonframework.eventsourcing.AggregateCacheEntry;
import org.jspecify.annotations.Nullable;

/// The aggregates of one type that were used last, as they stood when their last command committed; those
/// used least, and where memory is short any of them, are read again.
///
/// Nothing stale is decided on: whether its stream has grown on another node is asked of the database before
/// an aggregate is handed out, or when its command has decided ([Remembered]). One whose command was
/// rolled back is dropped by Axon's repository. Whoever uses an aggregate holds its lock.
public final class AggregateCache implements Cache {

  /// The name of the bean, of which every aggregate type gets one of its own.
  public static final String BEAN = "aggregateCache";

  private final StreamCache streams;
  private final int limit;
  private final LinkedHashMap<String, SoftReference<Kept>> kept =
      new LinkedHashMap<>(64, 0.75f, true);

  /// @param asOf up to which position every event of its stream was seen
  record Kept(String stream, AggregateCacheEntry<?> entry, long version, long asOf) {

    /// One that was changed without being saved is not what it was kept as.
    boolean isUnchanged() {
      @Nullable Long now = AggregateCache.version(entry);
      return now != null && now == version;
    }

    boolean isWhole(StreamCache streams) {
      return streams.isWhole(stream, version, asOf);
    }
  }

  /// @param limit how many aggregates are kept, none for no cache
  public AggregateCache(StreamCache streams, int limit) {
    this.streams = streams;
    this.limit = limit;
  }

  @Override
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // as Axon's interface has it
  public <K, V> @Nullable V get(K stream) {
    @Nullable Kept known = find(stream.toString());
    if (known == null) {
      return null;
    }
    if (known.isUnchanged() && known.isWhole(streams) && isCurrent(known)) {
      return (V) known.entry();
    }
    remove(stream);
    return null;
  }

  private boolean isCurrent(Kept aggregate) {
    long asOf = streams.freshen();
    Remembered.note(aggregate.stream(), asOf);
    return aggregate.isWhole(streams);
  }

  /// Axon's entry hands out the aggregate that it was made of, whatever else it is given.
  private static @Nullable Long version(AggregateCacheEntry<?> entry) {
    return entry.recreateAggregate(null, null, null, null).version();
  }

  private synchronized @Nullable Kept find(String stream) {
    @Nullable SoftReference<Kept> reference = kept.get(stream);
    return reference == null ? null : reference.get();
  }

  @Override
  public void put(Object stream, Object value) {
    if (value instanceof AggregateCacheEntry<?> entry) {
      @Nullable Long version = version(entry);
      if (version != null && limit > 0) {
        keep(new Kept(stream.toString(), entry, version, streams.readAsOf()));
      }
    }
  }

  private synchronized void keep(Kept aggregate) {
    kept.put(aggregate.stream(), new SoftReference<>(aggregate));
    if (kept.size() > limit) {
      kept.pollFirstEntry();
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
    return kept.remove(stream.toString()) != null;
  }

  @Override
  public synchronized void removeAll() {
    kept.clear();
  }

  @Override
  public boolean containsKey(Object stream) {
    return find(stream.toString()) != null;
  }

  /// @throws UnsupportedOperationException always: nobody is told what garbage collection takes
  @Override
  public Registration registerCacheEntryListener(EntryListener listener) {
    throw new UnsupportedOperationException("An aggregate cache has no listeners");
  }
}
