package io.daybook.eventstore.audit;

import io.daybook.eventstore.StoredType;
import io.daybook.eventstore.format.MetadataFormat;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGStatement;

/// Reads the events of a store as they are now, changed or not.
final class EventContents {

  /// Rows in memory at a time.
  private static final int FETCH = 256;

  /// An event may have megabytes: a payload of more bytes is read by itself.
  private static final int LARGE = 64 * 1024;

  private static final String PAYLOAD = "SELECT payload FROM event_store.event WHERE position = ?";

  private static final int BINARY_AT_ONCE = -1;
  private static final String SQL =
      """
      SELECT event.position, event.sequence,
             CASE WHEN isfinite(event.recorded_at)
               THEN (extract(epoch FROM event.recorded_at) * 1000000)::bigint END,
             event.event_id, type.aggregate_type, type.name, type.revision, event.stream,
             event.metadata,
             CASE WHEN octet_length(event.payload) <= %d THEN event.payload END
      FROM event_store.event LEFT JOIN event_store.event_type AS type ON type.id = event.type_id
      WHERE event.position > ? AND event.position <= ? ORDER BY event.position
      """
          .formatted(LARGE);

  /// What is at a position now.
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Found(long position, byte[] hash) {}

  @FunctionalInterface
  interface Reader {
    void read(long position, EventContent content);
  }

  private final MetadataFormat metadata;

  EventContents(MetadataFormat metadata) {
    this.metadata = metadata;
  }

  /// Reads all names now, so that a caller who locks something later needs no second connection for them.
  void loadNames() {
    metadata.loadNames();
  }

  List<Found> hashes(Connection connection, long behind, long last) throws SQLException {
    List<Found> found = new ArrayList<>();
    read(
        connection,
        behind,
        last,
        (position, content) -> found.add(new Found(position, content.hash())));
    return found;
  }

  /// In the order of their positions.
  ///
  /// @param connection that does not commit by itself, so that the rows come in portions
  void read(Connection connection, long behind, long last, Reader reader) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(SQL)) {
      statement.unwrap(PGStatement.class).setPrepareThreshold(BINARY_AT_ONCE);
      statement.setFetchSize(FETCH);
      statement.setLong(1, behind);
      statement.setLong(2, last);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          reader.read(rows.getLong(1), content(rows, payload(connection, rows)));
        }
      }
    }
  }

  /// One that is gone by now is empty, and so not what was sealed.
  private static byte[] payload(Connection connection, ResultSet row) throws SQLException {
    byte @Nullable [] small = row.getBytes(10);
    if (small != null) {
      return small;
    }
    try (PreparedStatement statement = connection.prepareStatement(PAYLOAD)) {
      statement.setLong(1, row.getLong(1));
      try (ResultSet large = statement.executeQuery()) {
        return large.next() ? large.getBytes(1) : new byte[0];
      }
    }
  }

  /// A type that has vanished has no name; a time without end counts as 1970.
  private EventContent content(ResultSet row, byte[] payload) throws SQLException {
    byte[] stored = row.getBytes(9);
    return new EventContent(
        row.getString(8),
        row.getLong(2),
        new StoredType(
            row.getString(5), Objects.requireNonNullElse(row.getString(6), ""), row.getString(7)),
        row.getLong(3),
        row.getObject(4, UUID.class),
        metadata.numberedKeys(stored).orElse(List.of()),
        stored,
        payload);
  }
}
