package io.daybook.eventstore.read;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;

/// The streams that were used last, as objects. Nothing stale is ever served: before the first read of a
/// unit of work the database is asked whether other nodes have added anything, and what has grown is
/// extended or forgotten. So a decision is made on what was committed when it began, at least; and what
/// comes after that is found when its events are appended.
public final class StreamCache {

  private static final String CHECKED = StreamCache.class.getName();
  private static final int MOST_AT_ONCE = 10_000;
  private static final int ENDS_KEPT = 16_384;
  private static final String LOOK =
      """
      SELECT head.position, event.stream, event.sequence
      FROM event_store.head LEFT JOIN event_store.event
        ON event.position > ? AND event.position <= head.position AND head.position - ? <= ?
      WHERE head.id = 1
      """;

  private record End(long sequence, long position) {

    /// What is told twice may come late the second time.
    End andBefore(End other) {
      return new End(Math.max(sequence, other.sequence), Math.max(position, other.position));
    }
  }

  private final DataSource database;
  private final long limit;
  private final HeadCheck check;
  private final LinkedHashMap<String, CachedStream> streams = new LinkedHashMap<>(64, 0.75f, true);

  /// The streams that grew last, so that what is put in later can be seen to be complete.
  private final LinkedHashMap<String, End> ends = new LinkedHashMap<>();

  /// Up to here it is not known any more which streams grew.
  private long forgotten;

  private long covered;
  private long bytes;

  /// @param limit in bytes of what is stored, none for no cache
  /// @param patience how long a reader waits to learn whether anything has grown
  public StreamCache(DataSource database, long limit, Duration patience) {
    this.check = new HeadCheck(this::look, patience);
    this.database = database;
    this.limit = limit;
  }

  /// An event that this node has committed, and its size in bytes.
  public record Committed(DomainEventMessage<?> event, long size) {}

  /// Makes sure that what is read next is not older than the current unit of work, or than this call.
  ///
  /// @return the position up to which everything is known, to be handed to [#put]
  long freshen() {
    if (limit > 0) {
      if (CurrentUnitOfWork.isStarted()) {
        CurrentUnitOfWork.get().getOrComputeResource(CHECKED, _ -> checked());
      } else {
        checked();
      }
    }
    synchronized (this) {
      return covered;
    }
  }

  private boolean checked() {
    check.await();
    return true;
  }

  private void look() throws SQLException {
    long from;
    synchronized (this) {
      from = covered;
    }
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(LOOK)) {
      statement.setLong(1, from);
      statement.setLong(2, from);
      statement.setInt(3, MOST_AT_ONCE);
      try (ResultSet rows = statement.executeQuery()) {
        reached(from, rows);
      }
    }
  }

  private synchronized void reached(long from, ResultSet rows) throws SQLException {
    long head = from;
    while (rows.next()) {
      head = rows.getLong(1);
      @Nullable String stream = rows.getString(2);
      if (stream != null) {
        grown(stream, rows.getLong(3), head, null);
      }
    }
    if (head - from > MOST_AT_ONCE) {
      streams.clear();
      ends.clear();
      bytes = 0;
      forgotten = Math.max(forgotten, head);
    }
    covered = Math.max(covered, head);
  }

  /// This node has committed these events, which follow each other behind a position.
  public synchronized void committed(long behind, long last, List<Committed> events) {
    if (limit > 0) {
      events.forEach(
          added ->
              grown(
                  added.event().getAggregateIdentifier(),
                  added.event().getSequenceNumber(),
                  last,
                  added));
      if (behind <= covered) {
        covered = Math.max(covered, last);
      }
    }
  }

  /// @param position at which it had grown, or a later one
  private void grown(String stream, long sequence, long position, @Nullable Committed added) {
    @Nullable End before = ends.remove(stream);
    End now = new End(sequence, position);
    ends.put(stream, before == null ? now : now.andBefore(before));
    if (ends.size() > ENDS_KEPT) {
      forgotten = Math.max(forgotten, ends.pollFirstEntry().getValue().position());
    }
    @Nullable CachedStream known = streams.get(stream);
    if (known != null && sequence > known.last()) {
      @Nullable CachedStream longer =
          added == null ? null : known.with(added.event(), added.size());
      replace(stream, longer);
    }
  }

  synchronized @Nullable CachedStream get(String stream) {
    return streams.get(stream);
  }

  /// @param asOf what [#freshen] returned before the stream was read
  synchronized void put(String name, CachedStream stream, long asOf) {
    @Nullable End end = ends.get(name);
    boolean complete = end == null || end.sequence() <= stream.last();
    if (limit > 0 && complete && asOf >= forgotten) {
      replace(name, stream);
    }
  }

  /// Its snapshot has changed.
  public synchronized void forget(String stream) {
    replace(stream, null);
  }

  private void replace(String name, @Nullable CachedStream stream) {
    @Nullable CachedStream before =
        stream == null ? streams.remove(name) : streams.put(name, stream);
    bytes += (stream == null ? 0 : stream.bytes()) - (before == null ? 0 : before.bytes());
    while (bytes > limit) {
      bytes -= streams.pollFirstEntry().getValue().bytes();
    }
  }
}
