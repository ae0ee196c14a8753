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
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventsourcing.EventStreamUtils;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.jspecify.annotations.Nullable;

/// Turns rows into messages: upcast, and deserialised when somebody looks into them.
public final class EventReader {

  private final EventRows rows;
  private final Tail tail;
  private final Serializer serializer;
  private final EventUpcaster upcasters;
  private final int pageSize;
  private final StreamCache cache;
  private final News news;

  /// @param serializer that knows the form of metadata in rows
  /// @param pageSize how many rows are read at a time
  public EventReader(
      EventRows rows,
      Tail tail,
      Serializer serializer,
      EventUpcaster upcasters,
      int pageSize,
      StreamCache cache) {
    this.rows = rows;
    this.tail = tail;
    this.serializer = serializer;
    this.upcasters = upcasters;
    this.pageSize = pageSize;
    this.cache = cache;
    this.news =
        new News(
            tail,
            (position, end) -> messages(rows.wanted(position, end, Set.of(), News.MOST)).toList());
  }

  public TrackingEventStream streamAfter(long position) {
    return new PositionStream(position, tail, this::pageAfter);
  }

  /// Everything after a position that is there by the time it is asked for.
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
    if (end - position <= News.MOST) {
      return news.after(position, end);
    }
    List<EventRow> read = rows.wanted(position, end, currentForms(unwanted), pageSize);
    return new Page(
        messages(read).iterator(), read.size() < pageSize ? end : read.getLast().position());
  }

  /// As they are written today. An older form may become something else on its way through upcasters.
  private Set<SerializedType> currentForms(Set<Class<?>> types) {
    return types.stream()
        .map(
            type -> {
              SerializedType form = serializer.typeForClass(type);
              return new SimpleSerializedType(form.getName(), form.getRevision());
            })
        .collect(Collectors.toUnmodifiableSet());
  }

  private Stream<? extends TrackedEventMessage<?>> messages(List<EventRow> read) {
    return EventUtils.upcastAndDeserializeTrackedEvents(read.stream(), serializer, upcasters);
  }

  public Stream<? extends DomainEventData<?>> rowsOf(String stream, long firstSequence) {
    return following(rows.ofStream(stream, firstSequence, pageSize), stream);
  }

  public Stream<? extends DomainEventData<?>> snapshotOf(String stream) {
    return rows.snapshot(stream).stream();
  }

  /// An aggregate's snapshot and the events after it, with one query for most.
  ///
  /// @param snapshots whether a snapshot is of a form that is known today; if not, all events are read
  public DomainEventStream load(
      String stream, Predicate<DomainEventData<?>> snapshots, Serializer snapshotSerializer) {
    long asOf = cache.freshen();
    @Nullable CachedStream known = cache.get(stream);
    if (known != null && (known.first() == 0 || known.snapshot() != null)) {
      Remembered.note(stream, asOf);
      return DomainEventStream.concat(
          snapshot(known.snapshot(), snapshotSerializer), DomainEventStream.of(known.events()));
    }
    List<EventRow> read = rows.fromSnapshot(stream, pageSize);
    if (read.isEmpty() || read.getFirst().position() > 0) {
      return remembered(stream, null, 0, read, asOf);
    }
    EventRow snapshot = read.getFirst();
    if (!snapshots.test(snapshot)) {
      return events(rowsOf(stream, 0));
    }
    return DomainEventStream.concat(
        snapshot(snapshot, snapshotSerializer),
        remembered(stream, snapshot, snapshot.sequence() + 1, read.subList(1, read.size()), asOf));
  }

  /// Whether this node has lately seen that there is such a stream, or that there is none.
  public boolean knows(String stream) {
    return cache.knows(stream);
  }

  /// The events of a stream from a sequence number on.
  public DomainEventStream eventsOf(String stream, long firstSequence) {
    long asOf = cache.freshen();
    @Nullable CachedStream known = cache.get(stream);
    if (known != null && known.first() <= firstSequence) {
      Remembered.note(stream, asOf);
      int skipped = (int) Math.min(firstSequence - known.first(), known.events().size());
      return DomainEventStream.of(known.events().subList(skipped, known.events().size()));
    }
    List<EventRow> read = rows.ofStream(stream, firstSequence, pageSize);
    return known == null
        ? remembered(stream, null, firstSequence, read, asOf)
        : events(following(read, stream));
  }

  private DomainEventStream snapshot(@Nullable EventRow snapshot, Serializer snapshotSerializer) {
    return snapshot == null
        ? DomainEventStream.empty()
        : EventStreamUtils.upcastAndDeserializeDomainEvents(
            Stream.of(snapshot), snapshotSerializer, upcasters);
  }

  private DomainEventStream remembered(
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
