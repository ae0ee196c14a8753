package io.daybook.eventstore.read;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.EventUtils;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventsourcing.EventStreamUtils;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;

/// Turns rows into messages: upcast, and deserialised when somebody looks into them.
public final class EventReader {

  private final EventRows rows;
  private final Tail tail;
  private final Serializer serializer;
  private final EventUpcaster upcasters;
  private final int pageSize;

  /// @param serializer that knows the form of metadata in rows
  /// @param pageSize how many rows are read at a time
  public EventReader(
      EventRows rows, Tail tail, Serializer serializer, EventUpcaster upcasters, int pageSize) {
    this.rows = rows;
    this.tail = tail;
    this.serializer = serializer;
    this.upcasters = upcasters;
    this.pageSize = pageSize;
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

  private Page pageAfter(long position) {
    List<EventRow> read = rows.behind(position, pageSize);
    return read.isEmpty()
        ? new Page(Page.NONE.events(), position)
        : new Page(messages(read).iterator(), read.getLast().position());
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
    List<EventRow> read = rows.fromSnapshot(stream, pageSize);
    if (read.isEmpty() || read.getFirst().position() > 0) {
      return events(following(read, stream));
    }
    EventRow snapshot = read.getFirst();
    if (!snapshots.test(snapshot)) {
      return events(rowsOf(stream, 0));
    }
    return DomainEventStream.concat(
        EventStreamUtils.upcastAndDeserializeDomainEvents(
            Stream.of(snapshot), snapshotSerializer, upcasters),
        events(following(read.subList(1, read.size()), stream)));
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
