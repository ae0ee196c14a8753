package io.daybook.eventstore.read;

import io.daybook.eventstore.UnreadableEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventUtils;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventsourcing.EventStreamUtils;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.jspecify.annotations.Nullable;

/// Turns rows into messages: upcast, and deserialised when their payload is read.
public final class EventReader {

  private final EventRows rows;
  private final HeadTracker headTracker;
  private final Serializer serializer;
  private final EventUpcaster upcasters;
  private final int pageSize;
  private final StreamCache cache;
  private final TrackedMessages tracked;
  private final RemoteEvents remoteEvents;
  private final SnapshotReader snapshotReader;

  /// @param serializer that knows the form of metadata in rows
  /// @param pageSize how many rows are read at a time
  public EventReader(
      EventRows rows,
      HeadTracker headTracker,
      Serializer serializer,
      EventUpcaster upcasters,
      int pageSize,
      StreamCache cache) {
    this.rows = rows;
    this.headTracker = headTracker;
    this.serializer = serializer;
    this.upcasters = upcasters;
    this.pageSize = pageSize;
    this.cache = cache;
    this.snapshotReader = new SnapshotReader(upcasters);
    this.tracked = new TrackedMessages(serializer, upcasters);
    this.remoteEvents =
        new RemoteEvents(
            headTracker,
            (position, end) ->
                found(complete(rows.wanted(position, end, Set.of(), RemoteEvents.MOST), end)));
  }

  public TrackingEventStream streamAfter(long position) {
    return new PositionStream(position, headTracker, this::pageAfter);
  }

  /// All events after a position, up to the end of the store when the last page is read.
  public Stream<? extends TrackedEventData<?>> rowsAfter(long position) {
    return Stream.iterate(
            rows.behind(position, pageSize),
            page -> !page.isEmpty(),
            page -> rows.behind(page.getLast().position(), pageSize))
        .flatMap(List::stream);
  }

  /// The same as messages.
  public Stream<? extends TrackedEventMessage<?>> messagesAfter(long position) {
    return EventUtils.upcastAndDeserializeTrackedEvents(rowsAfter(position), serializer, upcasters);
  }

  private Page pageAfter(long position, long end, Set<Class<?>> unwanted) {
    if (end - position <= RemoteEvents.MOST) {
      return remoteEvents.after(position, end);
    }
    List<EventRow> read = rows.wanted(position, end, currentTypes(unwanted), pageSize);
    boolean isLast = read.size() < pageSize;
    return Page.of(
        tracked.of(isLast ? complete(read, end) : read), isLast ? end : read.getLast().position());
  }

  /// The store that is read may be another one than that which has told of its head. A reader that went on behind
  /// the page would skip what comes there.
  ///
  /// @throws EventStoreException if the event at the end is not there
  private static List<EventRow> complete(List<EventRow> read, long end) {
    if (read.isEmpty() || read.getLast().position() != end) {
      throw new EventStoreException(
          "The event store has no event %,d, which it had a moment ago".formatted(end));
    }
    return read;
  }

  private RemoteEvents.Found found(List<EventRow> read) {
    return new RemoteEvents.Found(
        tracked.of(read), read.stream().mapToLong(EventRow::size).toArray());
  }

  /// The stored types under which these classes are written today. An older revision may become another type
  /// in the upcasters.
  private Set<SerializedType> currentTypes(Set<Class<?>> types) {
    return types.stream()
        .filter(type -> type != UnreadableEvent.class)
        .map(tracked::currentType)
        .collect(Collectors.toUnmodifiableSet());
  }

  public Stream<? extends DomainEventData<?>> rowsOf(String stream, long firstSequence) {
    return following(rows.ofStream(stream, firstSequence, pageSize), stream);
  }

  public Stream<? extends DomainEventData<?>> snapshotOf(String stream) {
    return rows.snapshot(stream).stream();
  }

  /// An aggregate's snapshot and the events after it, mostly with one query; all its events, if the snapshot
  /// cannot be read.
  ///
  /// @param snapshots the application's filter of snapshots
  public DomainEventStream load(
      String stream, Predicate<DomainEventData<?>> snapshots, Serializer snapshotSerializer) {
    long asOf = cache.validate();
    @Nullable CachedStream known = cache.get(stream);
    if (known != null && known.first() == 0) {
      CachedRead.record(stream, asOf);
      return DomainEventStream.of(known.events());
    }
    @Nullable EventRow kept = known == null ? null : known.snapshot();
    if (known != null && kept != null) {
      CachedRead.record(stream, asOf);
      List<DomainEventMessage<?>> events = known.events();
      return loaded(
          stream,
          snapshotReader.read(kept, snapshots, snapshotSerializer),
          () -> DomainEventStream.of(events));
    }
    return stored(stream, asOf, snapshots, snapshotSerializer);
  }

  private DomainEventStream stored(
      String stream,
      long asOf,
      Predicate<DomainEventData<?>> snapshots,
      Serializer snapshotSerializer) {
    List<EventRow> read = rows.fromSnapshot(stream, pageSize);
    if (read.isEmpty() || read.getFirst().position() > 0) {
      return cached(stream, null, 0, read, asOf);
    }
    EventRow snapshot = read.getFirst();
    return loaded(
        stream,
        snapshotReader.read(snapshot, snapshots, snapshotSerializer),
        () -> cached(stream, snapshot, read, asOf));
  }

  private DomainEventStream loaded(
      String stream, Optional<DomainEventMessage<?>> state, Supplier<DomainEventStream> events) {
    return state
        .map(snapshot -> DomainEventStream.concat(DomainEventStream.of(snapshot), events.get()))
        .orElseGet(() -> events(rowsOf(stream, 0)));
  }

  private DomainEventStream cached(
      String stream, EventRow snapshot, List<EventRow> read, long asOf) {
    return cached(stream, snapshot, snapshot.sequence() + 1, read.subList(1, read.size()), asOf);
  }

  /// Whether this node has read the stream, or seen it grow, lately.
  public boolean knows(String stream) {
    return cache.knows(stream);
  }

  /// The events of a stream from a sequence number on.
  public DomainEventStream eventsOf(String stream, long firstSequence) {
    long asOf = cache.validate();
    @Nullable CachedStream known = cache.get(stream);
    if (known != null && known.first() <= firstSequence) {
      CachedRead.record(stream, asOf);
      int skipped = (int) Math.min(firstSequence - known.first(), known.events().size());
      return DomainEventStream.of(known.events().subList(skipped, known.events().size()));
    }
    List<EventRow> read = rows.ofStream(stream, firstSequence, pageSize);
    return known == null
        ? cached(stream, null, firstSequence, read, asOf)
        : events(following(read, stream));
  }

  private DomainEventStream cached(
      String stream, @Nullable EventRow snapshot, long first, List<EventRow> read, long asOf) {
    if (read.size() > CachedStream.MOST_EVENTS || read.size() >= pageSize) {
      return events(following(read, stream));
    }
    List<DomainEventMessage<?>> messages = new ArrayList<>(read.size());
    events(read.stream()).forEachRemaining(messages::add);
    @Nullable CachedStream small = CachedStream.of(snapshot, first, read, messages);
    if (small == null) {
      return events(read.stream());
    }
    cache.put(stream, small, asOf);
    return DomainEventStream.of(messages);
  }

  private DomainEventStream events(Stream<? extends DomainEventData<?>> stored) {
    return EventStreamUtils.upcastAndDeserializeDomainEvents(stored, serializer, upcasters);
  }

  private Stream<EventRow> following(List<EventRow> first, String stream) {
    return first.size() < pageSize
        ? first.stream()
        : Stream.iterate(first, page -> !page.isEmpty(), page -> next(page, stream))
            .flatMap(List::stream);
  }

  private List<EventRow> next(List<EventRow> page, String stream) {
    return page.size() < pageSize
        ? List.of()
        : rows.ofStream(stream, page.getLast().sequence() + 1, pageSize);
  }
}
