package io.daybook.eventstore.search;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.postgresql.PGStatement;

/// Adds the events of a few blocks to the index, and moves its position on in the same transaction. Adding an event
/// twice changes nothing.
///
/// It does not wait for the disk: a crash undoes it together with its position. It is committed after the events that it
/// adds, so a database that has lost commits has never more of the index than of the events.
record IndexTransaction(LabelReader labels) {

  private static final int BLOCKS = 4;
  private static final int BINARY_AT_ONCE = -1;

  private static final String STATE =
      """
      SELECT head.position, sealed_position, event_index.position
      FROM event_store.head, event_store.event_index
      """;
  private static final String EVENTS =
      """
      SELECT position, type_id, event_id, split_part(stream, '/', 1), metadata
      FROM event_store.event WHERE position > ? AND position <= ?
      """;
  private static final String TIMES =
      """
      INSERT INTO event_store.event_block AS known (block, first_recorded, last_recorded)
      SELECT position >> 10, min(recorded_at), max(recorded_at)
      FROM event_store.event WHERE position > ? AND position <= ? GROUP BY position >> 10
      ON CONFLICT (block) DO UPDATE
      SET first_recorded = least(known.first_recorded, excluded.first_recorded),
          last_recorded = greatest(known.last_recorded, excluded.last_recorded)
      """;
  private static final String KEYS =
      """
      INSERT INTO event_store.event_block_key (key, block)
      SELECT key, ? FROM unnest(?) AS key ORDER BY key ON CONFLICT DO NOTHING
      """;

  static Reach reach(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(STATE)) {
      return reach(row);
    }
  }

  private static Reach reach(ResultSet row) throws SQLException {
    return row.next()
        ? new Reach(row.getLong(1), row.getLong(2), row.getLong(3))
        : new Reach(0, 0, 0);
  }

  /// @return whether there is more to add; not so where another node is at it
  boolean advance(Connection connection) throws SQLException {
    Reach reach = lock(connection);
    long behind = Math.min(reach.indexed(), reach.head());
    long last = Math.min(reach.head(), Blocks.last(Blocks.of(behind + 1) + BLOCKS - 1));
    if (last == reach.indexed()) {
      return false;
    }
    try (PreparedStatement times = connection.prepareStatement(TIMES)) {
      times.setLong(1, behind);
      times.setLong(2, last);
      times.executeUpdate();
    }
    write(connection, keys(connection, behind, last));
    moveTo(connection, last);
    return last < reach.head();
  }

  /// Nothing is left to do where another node has the lock.
  private static Reach lock(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET LOCAL synchronous_commit = off");
      try (ResultSet row =
          statement.executeQuery(STATE + " FOR NO KEY UPDATE OF event_index SKIP LOCKED")) {
        return reach(row);
      }
    }
  }

  private Map<Long, Set<BlockKey>> keys(Connection connection, long behind, long last)
      throws SQLException {
    Map<Long, Set<BlockKey>> keys = new TreeMap<>();
    try (PreparedStatement events = connection.prepareStatement(EVENTS)) {
      events.unwrap(PGStatement.class).setPrepareThreshold(BINARY_AT_ONCE);
      events.setLong(1, behind);
      events.setLong(2, last);
      try (ResultSet row = events.executeQuery()) {
        while (row.next()) {
          add(row, keys.computeIfAbsent(Blocks.of(row.getLong(1)), _ -> new HashSet<>()));
        }
      }
    }
    return keys;
  }

  private void add(ResultSet row, Set<BlockKey> keys) throws SQLException {
    keys.add(BlockKey.ofType(row.getInt(2)));
    keys.add(BlockKey.ofTenant(row.getString(4)));
    labels
        .labelsOf(row.getString(3), row.getBytes(5))
        .forEach((label, value) -> keys.add(BlockKey.ofLabel(label, value)));
  }

  private static void write(Connection connection, Map<Long, Set<BlockKey>> keys)
      throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(KEYS)) {
      for (Map.Entry<Long, Set<BlockKey>> block : keys.entrySet()) {
        insert.setLong(1, block.getKey());
        insert.setObject(2, block.getValue().stream().mapToLong(BlockKey::number).toArray());
        insert.executeUpdate();
      }
    }
  }

  private static void moveTo(Connection connection, long position) throws SQLException {
    try (PreparedStatement move =
        connection.prepareStatement("UPDATE event_store.event_index SET position = ?")) {
      move.setLong(1, position);
      move.executeUpdate();
    }
  }
}
