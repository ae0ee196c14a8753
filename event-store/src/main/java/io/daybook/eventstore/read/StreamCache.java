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
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/// The streams that were used last, as objects. Nothing stale is ever relied on: before the first read of a
/// unit of work the database is asked whether other nodes have added anything, and what has grown is
/// extended or forgotten. So a decision is made on what was committed when it began, at least; and what
/// comes after that is found when its events are appended. A command does not ask before it has decided:
/// what it has [Remembered] is looked at by the writer, which knows where the store ends in any case.
public final class StreamCache {

  private static final String CHECKED = StreamCache.class.getName();
  private static final int MOST_AT_ONCE = 10_000;
  private static final int ENDS_KEPT = 16_384;

  /// Apart, although one statement could tell both: this one is planned once, and mostly all there is to
  /// ask; one over the parts of the event table is planned each time, which takes ten times as long.
  private static final String HEAD = "SELECT position FROM event_store.head WHERE id = 1";

  private static final String GROWN =
      "SELECT stream, sequence FROM event_store.event WHERE position > ? AND position <= ?";

  /// @param elsewhere the last position at which the database told of growth that this node did not know
  private record End(long sequence, long position, long elsewhere) {

    /// What is told twice may come late the second time.
    End andBefore(End other) {
      return sequence > other.sequence
          ? new End(
              sequence, Math.max(position, other.position), Math.max(elsewhere, other.elsewhere))
          : new End(other.sequence, Math.max(position, other.position), other.elsewhere);
    }
  }

  private final DataSource database;
  private final long limit;
  private final int patienceMillis;
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
    this.patienceMillis = Math.clamp(patience.toMillis(), 1, Integer.MAX_VALUE);
    this.check = new HeadCheck(this::look, patience);
    this.database = database;
    this.limit = limit;
  }

  /// An event that this node has committed, and its size in bytes.
  public record Committed(DomainEventMessage<?> event, long size) {}

  /// Makes sure that what is read next is not older than the current unit of work, or than this call;
  /// unless it is remembered and looked at later.
  ///
  /// @return the position up to which everything is known, to be handed to [#put]
  long freshen() {
    if (limit > 0) {
      if (CurrentUnitOfWork.isStarted()) {
        CurrentUnitOfWork.get()
            .getOrComputeResource(CHECKED, _ -> canWait() ? covered() : checked());
      } else {
        checked();
      }
    }
    return covered();
  }

  /// A node that has just started knows nothing: what it remembered of it would all be found to be old.
  private boolean canWait() {
    return Remembered.isAllowed() && covered() > 0;
  }

  private long checked() {
    check.await();
    return covered();
  }

  /// Returns when everything is known that was committed before this call.
  ///
  /// @throws EventStoreException if the database cannot be asked, or does not answer in time
  public void refresh() {
    if (limit > 0) {
      check.await();
    }
  }

  /// The same on a connection that has locked the head.
  public void reach(Connection connection, long head) throws SQLException {
    if (limit > 0) {
      look(connection, covered(), head);
    }
  }

  /// Whether no other node has added to a stream what was not known when it was taken from memory, as far
  /// as this node knows by now.
  public synchronized boolean isCurrent(Remembered taken) {
    @Nullable End end = ends.get(taken.stream());
    return taken.asOf() >= forgotten && (end == null || end.elsewhere() <= taken.asOf());
  }

  private synchronized long covered() {
    return covered;
  }

  /// How far it is known to be complete, whatever was read in the current unit of work or those around
  /// it; what they have read nothing of is as new as it can be.
  long readAsOf() {
    long oldest = covered();
    @Nullable UnitOfWork<?> unit = CurrentUnitOfWork.get();
    while (unit != null) {
      @Nullable Long read = unit.getResource(CHECKED);
      oldest = read == null ? oldest : Math.min(oldest, read);
      unit = unit.parent().orElse(null);
    }
    return oldest;
  }

  /// All wait for whoever looks: a connection that has gone silent must not hold them for longer than
  /// their patience.
  private void look() throws SQLException {
    long from = covered();
    try (Connection connection = database.getConnection()) {
      int before = connection.getNetworkTimeout();
      connection.setNetworkTimeout(Runnable::run, patienceMillis);
      try {
        look(connection, from, head(connection));
      } finally {
        if (!connection.isClosed()) {
          connection.setNetworkTimeout(Runnable::run, before);
        }
      }
    }
  }

  private void look(Connection connection, long from, long head) throws SQLException {
    if (head - from > MOST_AT_ONCE) {
      forget(head);
    } else if (head > from) {
      grownBetween(connection, from, head);
    }
  }

  private static long head(Connection connection) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(HEAD);
        ResultSet row = statement.executeQuery()) {
      return row.next() ? row.getLong(1) : 0;
    }
  }

  private void grownBetween(Connection connection, long from, long head) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(GROWN)) {
      statement.setLong(1, from);
      statement.setLong(2, head);
      try (ResultSet rows = statement.executeQuery()) {
        reached(head, rows);
      }
    }
  }

  private synchronized void reached(long head, ResultSet rows) throws SQLException {
    while (rows.next()) {
      grown(rows.getString(1), rows.getLong(2), head, null);
    }
    covered = Math.max(covered, head);
  }

  private synchronized void forget(long head) {
    if (head <= covered) {
      return; // another look was faster, and what it has learned since must not go
    }
    streams.clear();
    ends.clear();
    bytes = 0;
    forgotten = Math.max(forgotten, head);
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
    End told = new End(sequence, position, added == null ? position : 0);
    End end = before == null ? told : told.andBefore(before);
    ends.put(stream, end);
    if (ends.size() > ENDS_KEPT) {
      forgotten = Math.max(forgotten, ends.pollFirstEntry().getValue().position());
    }
    @Nullable CachedStream known = streams.get(stream);
    if (known == null && added != null && end.sequence() == 0) {
      known = CachedStream.NEW;
    }
    if (known != null && sequence > known.last()) {
      @Nullable CachedStream longer =
          added == null ? null : known.with(added.event(), added.size());
      replace(stream, longer);
    }
  }

  /// Whether it has been read or written here lately.
  synchronized boolean knows(String stream) {
    return streams.containsKey(stream) || ends.containsKey(stream);
  }

  synchronized @Nullable CachedStream get(String stream) {
    return streams.get(stream);
  }

  /// @param asOf what [#freshen] returned before the stream was read
  synchronized void put(String name, CachedStream stream, long asOf) {
    if (isWhole(name, stream.last(), asOf)) {
      replace(name, stream);
    }
  }

  /// Whether nothing has followed, as far as the last [#freshen] saw, what was read of a stream.
  ///
  /// @param last sequence number that was read
  /// @param asOf what [#freshen] returned before
  synchronized boolean isWhole(String name, long last, long asOf) {
    @Nullable End end = ends.get(name);
    return limit > 0 && asOf >= forgotten && (end == null || end.sequence() <= last);
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
