package io.daybook.eventstore.read;

import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.jspecify.annotations.Nullable;

/// A stream up to its end: its events from `first` on, or its snapshot and the events after it.
///
/// @param snapshot its row and not its message, which would hand out one aggregate object to many commands
/// @param first the sequence number of the first event here, or of the next one where there is none
/// @param bytes as far as it can grow
record CachedStream(
    @Nullable EventRow snapshot, long first, List<DomainEventMessage<?>> events, long bytes) {

  static final int MOST_EVENTS = 128;
  static final long MOST_BYTES = 256 * 1024;
  private static final long OVERHEAD = 256;

  /// A stream without events.
  static final CachedStream NEW = new CachedStream(null, 0, List.of(), OVERHEAD);

  /// Null if the stream is not cached: it is long, large, or upcasters have changed the number of its events.
  static @Nullable CachedStream of(
      @Nullable EventRow snapshot,
      long first,
      List<EventRow> rows,
      List<DomainEventMessage<?>> events) {
    long bytes = snapshot == null ? OVERHEAD : OVERHEAD + snapshot.payload().size();
    for (EventRow row : rows) {
      bytes += OVERHEAD + row.size();
    }
    CachedStream stream = new CachedStream(snapshot, first, events, bytes);
    return rows.size() == events.size() && stream.isSmall() ? stream : null;
  }

  /// The sequence number of its last event.
  long last() {
    return first + events.size() - 1;
  }

  /// With one more event; null if that does not follow, or makes the stream too large.
  @Nullable CachedStream with(DomainEventMessage<?> event, long size) {
    if (event.getSequenceNumber() != last() + 1) {
      return null;
    }
    List<DomainEventMessage<?>> more = new ArrayList<>(events.size() + 1);
    more.addAll(events);
    more.add(event);
    CachedStream longer = new CachedStream(snapshot, first, more, bytes + OVERHEAD + size);
    return longer.isSmall() ? longer : null;
  }

  private boolean isSmall() {
    return events.size() <= MOST_EVENTS && bytes <= MOST_BYTES;
  }
}
