package io.daybook.eventstore.read;

import io.daybook.eventstore.format.TypeIds;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.serialization.SerializedType;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGStatement;

/// Reads rows, a page at a time.
public final class EventRows {

  private static final String COLUMNS =
      "position, sequence, (extract(epoch FROM recorded_at) * 1000000)::bigint, event_id, type_id,"
          + " stream, metadata, octet_length(payload), CASE WHEN octet_length(payload) <= "
          + RowPayload.LARGE
          + " THEN payload END";
  private static final String BEHIND =
      "SELECT " + COLUMNS + " FROM event_store.event WHERE position > ? ORDER BY position LIMIT ?";
  private static final String WANTED =
      "SELECT "
          + COLUMNS
          + " FROM event_store.event WHERE position > ? AND position <= ?"
          + " AND (type_id <> ALL (?) OR position = ?) ORDER BY position LIMIT ?";
  private static final String OF_STREAM =
      "SELECT "
          + COLUMNS
          + " FROM event_store.event WHERE stream = ? AND sequence >= ? ORDER BY sequence LIMIT ?";
  private static final String SNAPSHOT =
      "SELECT 0::bigint, sequence, (extract(epoch FROM recorded_at) * 1000000)::bigint, event_id,"
          + " type_id, stream, metadata, octet_length(payload), payload"
          + " FROM event_store.snapshot WHERE stream = ?";

  /// The snapshot is of the stored events if its last one is there and was recorded before it was taken.
  private static final String FROM_SNAPSHOT =
      "WITH snapshot AS ("
          + SNAPSHOT.replace(
              "0::bigint",
              "CASE WHEN EXISTS (SELECT FROM event_store.event AS last"
                  + " WHERE last.stream = snapshot.stream AND last.sequence = snapshot.sequence"
                  + " AND last.recorded_at <= snapshot.recorded_at) THEN 0::bigint ELSE -1 END"
                  + " AS position")
          + ") (SELECT * FROM snapshot) UNION ALL (SELECT "
          + COLUMNS
          + " FROM event_store.event WHERE stream = ?"
          + " AND sequence > coalesce((SELECT sequence FROM snapshot WHERE position = 0), -1)"
          + " ORDER BY sequence LIMIT ?)";

  /// The position of a snapshot that is not of the stored events.
  private static final long AHEAD = -1;

  private static final String PAYLOAD = "SELECT payload FROM event_store.event WHERE position = ?";

  /// From the first use on a statement stays prepared and its rows come in binary form.
  private static final int BINARY_AT_ONCE = -1;

  private final DataSource database;
  private final TypeIds types;
  private final SnapshotsAhead ahead;

  public EventRows(DataSource database, TypeIds types) {
    this.ahead = new SnapshotsAhead(database);
    this.database = database;
    this.types = types;
  }

  List<EventRow> behind(long position, int limit) {
    return query(
        BEHIND,
        limit,
        statement -> {
          statement.setLong(1, position);
          statement.setInt(2, limit);
        });
  }

  /// @param end the last position to read. The event there is returned in any case
  List<EventRow> wanted(long position, long end, Set<SerializedType> unwanted, int limit) {
    int[] left = types.numbersOf(unwanted);
    return query(
        WANTED,
        limit,
        statement -> {
          statement.setLong(1, position);
          statement.setLong(2, end);
          statement.setObject(3, left);
          statement.setLong(4, end);
          statement.setInt(5, limit);
        });
  }

  List<EventRow> ofStream(String stream, long firstSequence, int limit) {
    return query(
        OF_STREAM,
        limit,
        statement -> {
          statement.setString(1, stream);
          statement.setLong(2, firstSequence);
          statement.setInt(3, limit);
        });
  }

  List<EventRow> snapshot(String stream) {
    return query(SNAPSHOT, 1, statement -> statement.setString(1, stream));
  }

  /// The snapshot, if there is one of the stored events, with position 0, and the events after it up to the limit.
  List<EventRow> fromSnapshot(String stream, int limit) {
    List<EventRow> read =
        query(
            FROM_SNAPSHOT,
            limit,
            statement -> {
              statement.setString(1, stream);
              statement.setString(2, stream);
              statement.setInt(3, limit);
            });
    if (read.isEmpty() || read.getFirst().position() != AHEAD) {
      return read;
    }
    ahead.drop(read.getFirst());
    return read.subList(1, read.size());
  }

  /// How many snapshots were dropped since the start that were not of the stored events.
  public long snapshotsAhead() {
    return ahead.count();
  }

  /// The last sequence number of a stream, null if it has no event.
  public @Nullable Long endOf(String stream) {
    return value(
        "SELECT max(sequence) FROM event_store.event WHERE stream = ?",
        statement -> statement.setString(1, stream));
  }

  /// The position of a stream's last event, 0 if it has none.
  public long lastOf(String stream) {
    @Nullable Long last =
        value(
            "SELECT position FROM event_store.event WHERE stream = ? ORDER BY sequence DESC LIMIT"
                + " 1",
            statement -> statement.setString(1, stream));
    return last == null ? 0 : last;
  }

  /// The position before the first event that was recorded at this instant or later; null if there is none.
  public @Nullable Long before(Instant instant) {
    return value(
        "SELECT min(position) - 1 FROM event_store.event WHERE recorded_at >= ?",
        statement -> statement.setObject(1, instant.atOffset(ZoneOffset.UTC)));
  }

  /// The last committed position, from the database itself.
  public long head() {
    @Nullable Long head =
        value("SELECT position FROM event_store.head WHERE id = 1", statement -> {});
    return head == null ? 0 : head;
  }

  private @Nullable Long value(String sql, Parameters parameters) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      parameters.set(statement);
      try (ResultSet row = statement.executeQuery()) {
        long value = row.next() ? row.getLong(1) : 0;
        return row.wasNull() ? null : value;
      }
    } catch (SQLException e) {
      throw new EventStoreException("The event store cannot be read", e);
    }
  }

  private List<EventRow> query(String sql, int expected, Parameters parameters) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.unwrap(PGStatement.class).setPrepareThreshold(BINARY_AT_ONCE);
      parameters.set(statement);
      try (ResultSet rows = statement.executeQuery()) {
        List<EventRow> read = new ArrayList<>(Math.min(expected, 64));
        while (rows.next()) {
          read.add(row(rows));
        }
        return read;
      }
    } catch (SQLException e) {
      throw new EventStoreException("The event store cannot be read", e);
    }
  }

  private EventRow row(ResultSet row) throws SQLException {
    return new EventRow(
        row.getLong(1),
        row.getLong(2),
        row.getLong(3),
        row.getObject(4, UUID.class),
        types.typeOf(row.getInt(5)),
        row.getString(6),
        row.getBytes(7),
        payload(row));
  }

  private RowPayload payload(ResultSet row) throws SQLException {
    byte @Nullable [] read = row.getBytes(9);
    return read == null
        ? new RowPayload.Large(row.getLong(1), row.getInt(8), this::payloadAt)
        : new RowPayload.Read(read);
  }

  private byte[] payloadAt(long position) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(PAYLOAD)) {
      statement.setLong(1, position);
      try (ResultSet row = statement.executeQuery()) {
        if (row.next()) {
          return row.getBytes(1);
        }
      }
    } catch (SQLException e) {
      throw new EventStoreException("The event store cannot be read", e);
    }
    throw new EventStoreException("There is no event at position " + position + " any more");
  }

  @FunctionalInterface
  private interface Parameters {
    void set(PreparedStatement statement) throws SQLException;
  }
}
