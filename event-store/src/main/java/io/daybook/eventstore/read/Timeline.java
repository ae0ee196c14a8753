package io.daybook.eventstore.read;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.WeakHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The history of the store as this node has seen it. A failover to a standby that was behind, or a restore, takes
/// acknowledged events away and gives their positions to others.
///
/// The node remembers the last event that it has seen. Every look at the head, and every session with the database
/// when it is first used, compares that with the store: a session never changes its server, so what it says is
/// always of one history. When the event is not there any more, everything that rests on it is dropped: the ring
/// buffer, the caches, the open streams, the claims of segments. Nobody handles a lost event after that, and
/// everybody reads the new ones.
public final class Timeline {

  private static final Logger log = LoggerFactory.getLogger(Timeline.class);

  /// Of one row: the head, the timeline, the event at a position that is remembered, the event at the head.
  static final String LOOK =
      """
      position, timeline,
      (SELECT event_id FROM event_store.event AS known WHERE known.position = ?),
      (SELECT event_id FROM event_store.event AS last WHERE last.position = head.position)
      """;

  private static final String VERIFY = "SELECT " + LOOK + " FROM event_store.head WHERE id = 1";
  private static final String IDS =
      "SELECT position, event_id FROM event_store.event WHERE position > ? AND position <= ?"
          + " ORDER BY position DESC";
  private static final int PAGE = 500;

  /// What this node has seen last.
  ///
  /// @param changes how many changes of the history it has noticed
  /// @param timeline null until it has looked
  /// @param event null where the store has none
  public record End(long changes, @Nullable UUID timeline, long position, @Nullable UUID event) {}

  /// What a look at the store has found.
  private record Found(long position, UUID timeline, @Nullable UUID known, @Nullable UUID last) {

    static Found of(ResultSet row) throws SQLException {
      return new Found(
          row.getLong(1),
          row.getObject(2, UUID.class),
          row.getObject(3, UUID.class),
          row.getObject(4, UUID.class));
    }
  }

  /// Events that were acknowledged and are gone.
  ///
  /// @param lastSame the position of the last event that may be the same as before
  /// @param lastLost the last position that was seen before
  public record Loss(UUID timeline, long lastSame, long lastLost) {}

  /// What rests on the history, and begins anew when it changes.
  @FunctionalInterface
  public interface Follower {
    /// @param head of the store as it is now
    void restart(long head);

    /// Just before what was decided until now is told from what is decided from now on.
    default void forget() {}
  }

  private final List<Follower> followers = new CopyOnWriteArrayList<>();
  private final Set<PGConnection> compared =
      Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));
  private volatile End end = new End(0, null, 0, null);
  private volatile @Nullable Loss loss;
  private volatile @Nullable UUID given;
  private volatile @Nullable HeadTracker tracker;

  void track(HeadTracker headTracker) {
    tracker = headTracker;
  }

  public void add(Follower follower) {
    followers.add(follower);
  }

  /// To be taken before a look that is to be compared with it.
  public End end() {
    return end;
  }

  /// Which of the node's histories this is: it grows with each change.
  public long changes() {
    return end.changes();
  }

  /// @throws EventStoreException if events were lost since then
  public void requireSame(long changes) {
    if (changes != end.changes()) {
      throw new EventStoreException(
          "Events of the store were lost: what was read of them must not be handled");
    }
  }

  /// The loss that was noticed here and is not settled yet.
  @Nullable Loss loss() {
    return loss;
  }

  /// @throws EventStoreException while the tokens may still lie beyond what is left of the events
  public void requireSettled() {
    if (loss != null) {
      throw new EventStoreException(
          "Events of the store were lost, their readers are being set back");
    }
  }

  /// Remembers an event of the history in which it was read or written.
  public synchronized void advance(long changes, long position, UUID event) {
    if (changes == end.changes() && position > end.position()) {
      end = new End(changes, end.timeline(), position, event);
    }
  }

  /// Compares a look that has found less than [#LOOK]; costs nothing where nothing has changed.
  ///
  /// @param before what was known before the look
  public void compare(Connection connection, End before, long position, UUID timeline)
      throws SQLException {
    if (position < before.position() || !isKnown(before, timeline)) {
      verify(connection);
    } else if (before.timeline() == null) {
      adopt(before, timeline);
    }
  }

  /// Compares the store of a session with what is remembered, the first time that it is used.
  public void compareOnce(Connection connection) throws SQLException {
    if (!hasCompared(connection)) {
      verify(connection);
    }
  }

  boolean hasCompared(Connection connection) throws SQLException {
    return compared.contains(connection.unwrap(PGConnection.class));
  }

  /// @return the head
  long verify(Connection connection) throws SQLException {
    End before = end;
    long reached = reached();
    try (PreparedStatement statement = connection.prepareStatement(VERIFY)) {
      statement.setLong(1, before.position());
      try (ResultSet row = statement.executeQuery()) {
        if (!row.next()) {
          return 0;
        }
        return found(connection, before, reached, row);
      }
    }
  }

  /// @param reached the head that was known before the look
  /// @param row that begins with [#LOOK] at the position that was remembered before
  /// @return the head
  long found(Connection connection, End before, long reached, ResultSet row) throws SQLException {
    Found found = Found.of(row);
    boolean same =
        found.position() >= Math.max(before.position(), reached)
            && isKnown(before, found.timeline())
            && (before.event() == null || before.event().equals(found.known()));
    if (same) {
      adopt(before, found.timeline());
      if (found.last() != null) {
        advance(before.changes(), found.position(), found.last());
      }
    } else {
      change(connection, before, Math.max(before.position(), reached), found);
    }
    compared.add(connection.unwrap(PGConnection.class));
    return found.position();
  }

  long reached() {
    @Nullable HeadTracker tracked = tracker;
    return tracked == null ? 0 : tracked.head();
  }

  private boolean isKnown(End before, UUID timeline) {
    return before.timeline() == null
        || before.timeline().equals(timeline)
        || timeline.equals(given);
  }

  private synchronized void adopt(End before, UUID timeline) {
    if (before.changes() == end.changes() && !timeline.equals(end.timeline())) {
      end = new End(end.changes(), timeline, end.position(), end.event());
    }
  }

  private void change(Connection connection, End before, long reached, Found found)
      throws SQLException {
    boolean isNoticedFirst = isKnown(before, found.timeline());
    long lastSame = lastSame(connection, before, Math.min(reached, found.position()));
    followers.forEach(Follower::forget);
    synchronized (this) {
      if (before.changes() != end.changes()) {
        return; // another thread has noticed it
      }
      end = new End(before.changes() + 1, found.timeline(), found.position(), found.last());
      compared.clear();
      if (isNoticedFirst) {
        loss = new Loss(UUID.randomUUID(), lastSame, reached);
      }
    }
    log.error(
        "Events of the store are gone that this node has seen: the store was the same up to {},"
            + " this node had seen {}, it ends at {} now. Acknowledged events were lost, by a"
            + " failover or a restore. Everything that was read of them is dropped.",
        lastSame,
        reached,
        found.position());
    followers.forEach(follower -> follower.restart(found.position()));
  }

  /// The position before the first event that is known to be another one.
  private long lastSame(Connection connection, End before, long last) throws SQLException {
    long same = last;
    for (long page = last; page > 0; page -= PAGE) {
      try (PreparedStatement statement = connection.prepareStatement(IDS)) {
        statement.setLong(1, Math.max(0, page - PAGE));
        statement.setLong(2, page);
        try (ResultSet rows = statement.executeQuery()) {
          boolean anyKnown = false;
          while (rows.next()) {
            @Nullable UUID known = remembered(before, rows.getLong(1));
            if (known != null && known.equals(rows.getObject(2, UUID.class))) {
              return same;
            }
            anyKnown = anyKnown || known != null;
            same = known == null ? same : rows.getLong(1) - 1;
          }
          if (!anyKnown) {
            return same;
          }
        }
      }
    }
    return same;
  }

  private @Nullable UUID remembered(End before, long position) {
    @Nullable HeadTracker tracked = tracker;
    if (position == before.position()) {
      return before.event();
    }
    return tracked == null ? null : tracked.recentId(position);
  }

  /// Tells all other nodes, when the tokens are as they should be.
  void settle(Connection connection, Loss settled) throws SQLException {
    given = settled.timeline();
    try (PreparedStatement record =
            connection.prepareStatement(
                "INSERT INTO event_store.lost_events (timeline, position, last_lost) VALUES (?, ?,"
                    + " ?) ON CONFLICT (timeline) DO NOTHING");
        PreparedStatement move =
            connection.prepareStatement("UPDATE event_store.head SET timeline = ? WHERE id = 1")) {
      record.setObject(1, settled.timeline());
      record.setLong(2, settled.lastSame());
      record.setLong(3, settled.lastLost());
      record.executeUpdate();
      move.setObject(1, settled.timeline());
      move.executeUpdate();
    }
    if (Objects.equals(loss, settled)) {
      loss = null;
    }
  }
}
