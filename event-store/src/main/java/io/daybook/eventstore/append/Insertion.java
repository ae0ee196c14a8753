package io.daybook.eventstore.append;

import io.daybook.eventstore.audit.SealRow;
import io.daybook.eventstore.audit.SignedHead;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.postgresql.PGConnection;

/// All events of a batch in one statement that moves the head, leaves the writer's mark and tells the
/// other nodes.
final class Insertion {

  private static final String FORM =
      """
      WITH %s,
      marked AS (
        INSERT INTO event_store.writer (writer_id, batch, position, written_at)
        VALUES (?, ?, ?, now())
        ON CONFLICT (writer_id) DO UPDATE
        SET batch = excluded.batch, position = excluded.position, written_at = excluded.written_at),
      inserted AS (
        INSERT INTO event_store.event
          (position, sequence, recorded_at, event_id, type_id, stream, metadata, payload)
        SELECT position, sequence, to_timestamp(0) + micros * interval '1 microsecond', event_id,
               type_id, stream, metadata, payload
        FROM unnest(?::bigint[], ?::bigint[], ?::bigint[], ?::uuid[], ?::int[], ?::text[],
                    ?::bytea[], ?::bytea[]) AS event
          (position, sequence, micros, event_id, type_id, stream, metadata, payload))
      SELECT pg_notify('daybook_events', ?)
      """;
  private static final String UNSEALED =
      FORM.formatted("moved AS (UPDATE event_store.head SET position = ? WHERE id = 1)");
  private static final String SEALED =
      FORM.formatted(
          "moved AS (UPDATE event_store.head SET position = ?, sealed_position = ?, seal = ?"
              + " WHERE id = 1), sealed AS ("
              + SealRow.INSERT
              + ")");

  private final Connection connection;
  private final List<NewEvent> events;

  private Insertion(Connection connection, List<NewEvent> events) {
    this.connection = connection;
    this.events = events;
  }

  /// Writes the events behind a position, which is the head under this transaction's lock.
  static void run(
      Connection connection,
      UUID writer,
      long batch,
      long behind,
      List<NewEvent> events,
      Optional<SealRow> seal)
      throws SQLException {
    new Insertion(connection, events).run(writer, batch, behind, seal);
  }

  private void run(UUID writer, long batch, long behind, Optional<SealRow> seal)
      throws SQLException {
    long last = behind + events.size();
    String sql = seal.isPresent() ? SEALED : UNSEALED;
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      int i = 0;
      statement.setLong(++i, last);
      if (seal.isPresent()) {
        i = bind(statement, i, seal.get());
      }
      statement.setObject(++i, writer);
      statement.setLong(++i, batch);
      statement.setLong(++i, last);
      PGConnection postgres = connection.unwrap(PGConnection.class);
      statement.setArray(++i, postgres.createArrayOf("int8", positions(behind)));
      statement.setArray(++i, postgres.createArrayOf("int8", sequences()));
      statement.setArray(++i, postgres.createArrayOf("int8", micros()));
      statement.setArray(++i, connection.createArrayOf("uuid", ids()));
      statement.setArray(++i, postgres.createArrayOf("int4", types()));
      statement.setArray(++i, connection.createArrayOf("text", streams()));
      statement.setArray(++i, postgres.createArrayOf("bytea", metadata()));
      statement.setArray(++i, postgres.createArrayOf("bytea", payloads()));
      statement.setString(++i, Long.toString(last));
      try (ResultSet notified = statement.executeQuery()) {
        notified.next();
      }
    }
  }

  private static int bind(PreparedStatement statement, int before, SealRow seal)
      throws SQLException {
    int i = before;
    SignedHead head = seal.head();
    statement.setLong(++i, head.position());
    statement.setBytes(++i, head.hash().bytes());
    return seal.bind(statement, i);
  }

  private long[] positions(long behind) {
    long[] positions = new long[events.size()];
    for (int i = 0; i < positions.length; i++) {
      positions[i] = behind + 1 + i;
    }
    return positions;
  }

  private long[] sequences() {
    return events.stream().mapToLong(NewEvent::sequence).toArray();
  }

  private long[] micros() {
    return events.stream().mapToLong(NewEvent::micros).toArray();
  }

  private Object[] ids() {
    return events.stream().map(NewEvent::id).toArray();
  }

  private int[] types() {
    return events.stream().mapToInt(NewEvent::typeId).toArray();
  }

  private Object[] streams() {
    return events.stream().map(NewEvent::stream).toArray();
  }

  private byte[][] metadata() {
    return events.stream().map(NewEvent::metadata).toArray(byte[][]::new);
  }

  private byte[][] payloads() {
    return events.stream().map(NewEvent::payload).toArray(byte[][]::new);
  }
}
