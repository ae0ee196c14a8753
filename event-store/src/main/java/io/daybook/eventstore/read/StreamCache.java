package io.daybook.eventstore.read;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/// The streams that were used last, as objects, kept up to date with what this node appends.
///
/// Before a unit of work reads its first stream, the database is asked what other nodes have appended since
/// this node last looked, and the streams that have grown are dropped. So a decision rests on everything that
/// was committed before its unit of work began. What is committed later is found by the conflict check. A
/// command need not ask first: its [CachedRead]s are checked when it is written or refused.
public final class StreamCache implements Timeline.Follower {

  private static final String VALID_AS_OF = StreamCache.class.getName();

  /// When more events than this were missed, all streams are dropped instead of reading which have grown.
  private static final int MOST_MISSED = 10_000;

  private static final int ENDS_KEPT = 16_384;

  /// Apart from [#GROWN], although one statement could do both. This one is planned once and is mostly all
  /// that is asked; a statement over the partitions of the event table is planned each time, which takes ten
  /// times as long.
  private static final String HEAD = "SELECT position, timeline FROM event_store.head WHERE id = 1";

  private static final String GROWN =
      "SELECT stream, sequence, position, event_id FROM event_store.event"
          + " WHERE position > ? AND position <= ?";

  private static final String EVENT_AT =
      "SELECT event_id FROM event_store.event WHERE position = ?";

  /// Where a stream ended when it last grew.
  ///
  /// @param position the head at that time, or a later one
  /// @param remote the same, of the last growth that this node has learned from the database; 0 if there was
  ///     none
  private record End(long sequence, long position, long remote) {

    /// One growth may be reported twice, and the second report may come late.
    End mergedWith(End other) {
      return sequence > other.sequence
          ? new End(sequence, Math.max(position, other.position), Math.max(remote, other.remote))
          : new End(other.sequence, Math.max(position, other.position), other.remote);
    }
  }

  private final DataSource database;
  private final long limit;
  private final int timeoutMillis;
  private final HeadCheck check;
  private final Timeline timeline;
  private final LinkedHashMap<String, CachedStream> streams = new LinkedHashMap<>(64, 0.75f, true);

  /// The streams that grew last, by which [#isComplete] knows whether a stream has grown after it was read.
  private final LinkedHashMap<String, End> ends = new LinkedHashMap<>();

  /// Growth up to this position is no longer in [#ends]: a stream that was read as of an earlier position may
  /// have grown without a trace.
  private long untracked;

  /// All growth up to this position is known.
  private long covered;

  /// By how much the positions here are larger than those of the store. They only grow, also when events are lost
  /// and their positions are given again: what was read before that is older than everything that is read after.
  private long shift;

  private long bytes;

  /// @param limit in bytes of what is stored; 0 for no cache
  /// @param timeout how long a reader waits for the database to say what has grown
  public StreamCache(DataSource database, long limit, Duration timeout) {
    this(database, limit, timeout, new Timeline());
  }

  /// @param timeline that all parts of this node share
  public StreamCache(DataSource database, long limit, Duration timeout, Timeline timeline) {
    this.timeline = timeline;
    timeline.add(this);
    this.timeoutMillis = Math.clamp(timeout.toMillis(), 1, Integer.MAX_VALUE);
    this.check = new HeadCheck(this::catchUp, timeout);
    this.database = database;
    this.limit = limit;
  }

  public Timeline timeline() {
    return timeline;
  }

  /// Events were lost: nothing that was read before counts any more.
  @Override
  public synchronized void restart(long head) {
    streams.clear();
    ends.clear();
    bytes = 0;
    covered = Math.max(covered, untracked) + 1;
    untracked = covered;
    shift = covered - head;
  }

  /// An event that this node has committed, and its size in bytes.
  public record Committed(DomainEventMessage<?> event, long size) {}

  /// Makes sure that what is read next is at least as new as the current unit of work, or as this call if there
  /// is none. A unit of work that may use [CachedRead]s is not made to wait.
  ///
  /// @return the position up to which all growth is known, to be handed to [#put]
  long validate() {
    if (limit > 0) {
      if (CurrentUnitOfWork.isStarted()) {
        CurrentUnitOfWork.get()
            .getOrComputeResource(VALID_AS_OF, _ -> mayBeCheckedLater() ? covered() : validated());
      } else {
        validated();
      }
    }
    return covered();
  }

  /// Not on a node that has just started: its cache knows no position yet, and every check would fail.
  private boolean mayBeCheckedLater() {
    return CachedRead.isAllowed() && covered() > 0;
  }

  private long validated() {
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

  /// The same by a connection whose transaction has locked the head.
  public void catchUp(Connection connection, long head) throws SQLException {
    if (limit > 0) {
      catchUp(connection, realCovered(), head);
    }
  }

  /// Whether no other node has appended to the stream between the read and the last time this node caught up.
  public synchronized boolean isCurrent(CachedRead read) {
    @Nullable End end = ends.get(read.stream());
    return read.asOf() >= untracked && (end == null || end.remote() <= read.asOf());
  }

  private synchronized long covered() {
    return covered;
  }

  /// As the store counts.
  private synchronized long realCovered() {
    return covered - shift;
  }

  /// The oldest position as of which anything was read in the current unit of work or those around it; where
  /// nothing was read, the newest position that is known.
  long readAsOf() {
    long oldest = covered();
    @Nullable UnitOfWork<?> unit = CurrentUnitOfWork.get();
    while (unit != null) {
      @Nullable Long read = unit.getResource(VALID_AS_OF);
      oldest = read == null ? oldest : Math.min(oldest, read);
      unit = unit.parent().orElse(null);
    }
    return oldest;
  }

  /// With a timeout of its own, since all other readers wait for this one: a connection that has gone silent
  /// must not hold them for ever.
  private void catchUp() throws SQLException {
    try (Connection connection = database.getConnection()) {
      int before = connection.getNetworkTimeout();
      connection.setNetworkTimeout(Runnable::run, timeoutMillis);
      try {
        long head = head(connection);
        catchUp(connection, realCovered(), head);
      } finally {
        if (!connection.isClosed()) {
          connection.setNetworkTimeout(Runnable::run, before);
        }
      }
    }
  }

  private void catchUp(Connection connection, long from, long head) throws SQLException {
    long changes = timeline.changes();
    if (head - from > MOST_MISSED) {
      remember(connection, head, changes);
      dropAll(head, changes);
    } else if (head > from) {
      readGrowth(connection, from, head);
    }
  }

  private long head(Connection connection) throws SQLException {
    if (!timeline.hasCompared(connection)) {
      return timeline.verify(connection);
    }
    Timeline.End before = timeline.end();
    try (PreparedStatement statement = connection.prepareStatement(HEAD);
        ResultSet row = statement.executeQuery()) {
      if (!row.next()) {
        return 0;
      }
      long head = row.getLong(1);
      timeline.compare(connection, before, head, row.getObject(2, UUID.class));
      return head;
    }
  }

  private void remember(Connection connection, long head, long changes) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(EVENT_AT)) {
      statement.setLong(1, head);
      try (ResultSet row = statement.executeQuery()) {
        if (row.next()) {
          timeline.advance(changes, head, row.getObject(1, UUID.class));
        }
      }
    }
  }

  private void readGrowth(Connection connection, long from, long head) throws SQLException {
    long changes = timeline.changes();
    try (PreparedStatement statement = connection.prepareStatement(GROWN)) {
      statement.setLong(1, from);
      statement.setLong(2, head);
      try (ResultSet rows = statement.executeQuery()) {
        caughtUp(head, rows, changes);
      }
    }
  }

  private synchronized void caughtUp(long head, ResultSet rows, long changes) throws SQLException {
    if (changes != timeline.changes()) {
      return;
    }
    while (rows.next()) {
      grown(rows.getString(1), rows.getLong(2), head + shift, null);
      if (rows.getLong(3) == head) {
        timeline.advance(changes, head, rows.getObject(4, UUID.class));
      }
    }
    covered = Math.max(covered, head + shift);
  }

  private synchronized void dropAll(long realHead, long changes) {
    long head = realHead + shift;
    if (head <= covered || changes != timeline.changes()) {
      return; // another thread has caught up meanwhile, and what it has read stays
    }
    streams.clear();
    ends.clear();
    bytes = 0;
    untracked = Math.max(untracked, head);
    covered = Math.max(covered, head);
  }

  /// Adds what this node has committed.
  ///
  /// @param behind the head before these events
  /// @param last the position of the last of them
  public synchronized void committed(long behind, long last, List<Committed> events) {
    long lastHere = last + shift;
    if (limit > 0) {
      events.forEach(
          added ->
              grown(
                  added.event().getAggregateIdentifier(),
                  added.event().getSequenceNumber(),
                  lastHere,
                  added));
      if (behind + shift <= covered) {
        covered = Math.max(covered, lastHere);
      }
    }
  }

  /// @param position at which the stream had grown, or a later one
  /// @param added the event, if this node has appended it
  private void grown(String stream, long sequence, long position, @Nullable Committed added) {
    @Nullable End before = ends.remove(stream);
    End reported = new End(sequence, position, added == null ? position : 0);
    End end = before == null ? reported : reported.mergedWith(before);
    ends.put(stream, end);
    if (ends.size() > ENDS_KEPT) {
      untracked = Math.max(untracked, ends.pollFirstEntry().getValue().position());
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

  /// Whether this node has read the stream, or seen it grow, lately.
  synchronized boolean knows(String stream) {
    return streams.containsKey(stream) || ends.containsKey(stream);
  }

  synchronized @Nullable CachedStream get(String stream) {
    return streams.get(stream);
  }

  /// @param asOf what [#validate] returned before the stream was read
  synchronized void put(String name, CachedStream stream, long asOf) {
    if (isComplete(name, stream.last(), asOf)) {
      replace(name, stream);
    }
  }

  /// Whether a stream has not grown since it was read, as far as this node knows.
  ///
  /// @param last sequence number that was read
  /// @param asOf what [#validate] returned before it was read
  synchronized boolean isComplete(String name, long last, long asOf) {
    @Nullable End end = ends.get(name);
    return limit > 0 && asOf >= untracked && (end == null || end.sequence() <= last);
  }

  /// Drops a stream whose snapshot has changed.
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
