package io.daybook.eventstore.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventUtils;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventsourcing.EventStreamUtils;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedType;
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
  private final RemoteEvents remoteEvents;

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
    this.remoteEvents =
        new RemoteEvents(
            headTracker,
            (position, end) -> found(rows.wanted(position, end, Set.of(), RemoteEvents.MOST)));
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
    return Page.of(messages(read), read.size() < pageSize ? end : read.getLast().position());
  }

  private RemoteEvents.Found found(List<EventRow> read) {
    return new RemoteEvents.Found(
        messages(read), read.stream().mapToLong(EventRow::size).toArray());
  }

  /// The stored types under which these classes are written today. An older revision may become another type
  /// in the upcasters.
  private Set<SerializedType> currentTypes(Set<Class<?>> types) {
    return types.stream().map(this::currentType).collect(Collectors.toUnmodifiableSet());
  }

  private SerializedType currentType(Class<?> type) {
    SerializedType form = serializer.typeForClass(type);
    return new SimpleSerializedType(form.getName(), form.getRevision());
  }

  private List<TrackedEventMessage<?>> messages(List<EventRow> read) {
    List<TrackedEventMessage<?>> messages =
        EventUtils.upcastAndDeserializeTrackedEvents(read.stream(), serializer, upcasters).toList();
    if (messages.size() != read.size() || read.stream().noneMatch(EventRow::isLarge)) {
      return messages;
    }
    List<TrackedEventMessage<?>> forgettable = new ArrayList<>(messages.size());
    for (int i = 0; i < messages.size(); i++) {
      forgettable.add(
          read.get(i).isLarge() ? forgettable(messages.get(i), read.get(i)) : messages.get(i));
    }
    return forgettable;
  }

  /// Only if it is stored as events of its class are written today, so that no upcaster changes it.
  private <T> TrackedEventMessage<T> forgettable(TrackedEventMessage<T> message, EventRow row) {
    SerializedObject<byte[]> stored = row.getPayload();
    return message instanceof GenericTrackedDomainEventMessage<T> domain
            && currentType(domain.getPayloadType()).equals(stored.getType())
        ? LargeEvent.of(domain, row.size(), () -> serializer.<byte[], T>deserialize(stored))
        : message;
  }

  public Stream<? extends DomainEventData<?>> rowsOf(String stream, long firstSequence) {
    return following(rows.ofStream(stream, firstSequence, pageSize), stream);
  }

  public Stream<? extends DomainEventData<?>> snapshotOf(String stream) {
    return rows.snapshot(stream).stream();
  }

  /// An aggregate's snapshot and the events after it, mostly with one query.
  ///
  /// @param snapshots whether a snapshot has a revision that can be read; if not, all events are read
  public DomainEventStream load(
      String stream, Predicate<DomainEventData<?>> snapshots, Serializer snapshotSerializer) {
    long asOf = cache.validate();
    @Nullable CachedStream known = cache.get(stream);
    if (known != null && (known.first() == 0 || known.snapshot() != null)) {
      CachedRead.record(stream, asOf);
      return DomainEventStream.concat(
          snapshot(known.snapshot(), snapshotSerializer), DomainEventStream.of(known.events()));
    }
    List<EventRow> read = rows.fromSnapshot(stream, pageSize);
    if (read.isEmpty() || read.getFirst().position() > 0) {
      return cached(stream, null, 0, read, asOf);
    }
    EventRow snapshot = read.getFirst();
    if (!snapshots.test(snapshot)) {
      return events(rowsOf(stream, 0));
    }
    return DomainEventStream.concat(
        snapshot(snapshot, snapshotSerializer),
        cached(stream, snapshot, snapshot.sequence() + 1, read.subList(1, read.size()), asOf));
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

  private DomainEventStream snapshot(@Nullable EventRow snapshot, Serializer snapshotSerializer) {
    return snapshot == null
        ? DomainEventStream.empty()
        : EventStreamUtils.upcastAndDeserializeDomainEvents(
            Stream.of(snapshot), snapshotSerializer, upcasters);
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
