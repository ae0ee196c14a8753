package io.daybook.eventstore.append;

import io.daybook.eventstore.audit.SealRow;
import io.daybook.eventstore.audit.SignedHead;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.postgresql.PGConnection;

/// Inserts all events of a batch with one statement, which also moves the head and stores the batch's id. The
/// notification of other nodes, if there are any, and the commit are sent in the same message. When a
/// statement of a message fails, the server skips those after it, so a failed insertion is never committed.
final class Insertion {

  private static final String FORM =
      """
      WITH %s,
      saved AS (
        INSERT INTO event_store.writer (writer_id, batch, position, written_at)
        VALUES (?, ?, ?, now())
        ON CONFLICT (writer_id) DO UPDATE
        SET batch = excluded.batch, position = excluded.position, written_at = excluded.written_at)
      INSERT INTO event_store.event
        (position, sequence, recorded_at, event_id, type_id, stream, metadata, payload)
      SELECT position, sequence, to_timestamp(0) + micros * interval '1 microsecond', event_id,
             type_id, stream, metadata, payload
      FROM unnest(?::bigint[], ?::bigint[], ?::bigint[], ?::uuid[], ?::int[], ?::text[],
                  ?::bytea[], ?::bytea[]) AS event
        (position, sequence, micros, event_id, type_id, stream, metadata, payload);
      """;
  private static final String UNSEALED =
      FORM.formatted("moved AS (UPDATE event_store.head SET position = ? WHERE id = 1)");
  private static final String SEALED =
      FORM.formatted(
          "moved AS (UPDATE event_store.head SET position = ?, sealed_position = ?, seal = ?"
              + " WHERE id = 1), sealed AS ("
              + SealRow.INSERT
              + ")");
  private static final String NOTIFY = "SELECT pg_notify('daybook_events', ?);\n";
  private static final String COMMIT = "COMMIT";

  private final PreparedStatement statement;

  private Insertion(PreparedStatement statement) {
    this.statement = statement;
  }

  /// Prepares and binds the statement, so that only the server can make it fail afterwards.
  ///
  /// @param connection whose transaction holds the head
  /// @param batch with events
  /// @param notifies whether other nodes are notified
  static Insertion of(
      Connection connection,
      BatchId id,
      CheckedBatch batch,
      Optional<SealRow> seal,
      boolean notifies)
      throws SQLException {
    String insert = seal.isPresent() ? SEALED : UNSEALED;
    PreparedStatement statement =
        connection.prepareStatement(notifies ? insert + NOTIFY + COMMIT : insert + COMMIT);
    int i = 0;
    statement.setLong(++i, batch.head());
    if (seal.isPresent()) {
      i = bind(statement, i, seal.get());
    }
    statement.setObject(++i, id.writer());
    statement.setLong(++i, id.number());
    statement.setLong(++i, batch.head());
    i = bind(statement, i, batch, connection);
    if (notifies) {
      statement.setString(++i, Long.toString(batch.head()));
    }
    return new Insertion(statement);
  }

  private static int bind(PreparedStatement statement, int before, SealRow seal)
      throws SQLException {
    int i = before;
    SignedHead head = seal.head();
    statement.setLong(++i, head.position());
    statement.setBytes(++i, head.hash().bytes());
    return seal.bind(statement, i);
  }

  private static int bind(
      PreparedStatement statement, int before, CheckedBatch batch, Connection connection)
      throws SQLException {
    int i = before;
    List<NewEvent> events = batch.events();
    PGConnection postgres = connection.unwrap(PGConnection.class);
    statement.setArray(++i, postgres.createArrayOf("int8", positions(batch)));
    statement.setArray(++i, postgres.createArrayOf("int8", sequences(events)));
    statement.setArray(++i, postgres.createArrayOf("int8", micros(events)));
    statement.setArray(++i, connection.createArrayOf("uuid", ids(events)));
    statement.setArray(++i, postgres.createArrayOf("int4", types(events)));
    statement.setArray(++i, connection.createArrayOf("text", streams(events)));
    statement.setArray(++i, postgres.createArrayOf("bytea", metadata(events)));
    statement.setArray(++i, postgres.createArrayOf("bytea", payloads(events)));
    return i;
  }

  /// Ends the transaction, too.
  void commit() throws SQLException {
    try (statement) {
      statement.execute();
    }
  }

  private static long[] positions(CheckedBatch batch) {
    return LongStream.rangeClosed(batch.behind() + 1, batch.head()).toArray();
  }

  private static long[] sequences(List<NewEvent> events) {
    return events.stream().mapToLong(NewEvent::sequence).toArray();
  }

  private static long[] micros(List<NewEvent> events) {
    return events.stream().mapToLong(NewEvent::micros).toArray();
  }

  private static Object[] ids(List<NewEvent> events) {
    return events.stream().map(NewEvent::id).toArray();
  }

  private static int[] types(List<NewEvent> events) {
    return events.stream().mapToInt(NewEvent::typeId).toArray();
  }

  private static String[] streams(List<NewEvent> events) {
    return events.stream().map(NewEvent::stream).toArray(String[]::new);
  }

  private static byte[][] metadata(List<NewEvent> events) {
    return events.stream().map(NewEvent::metadata).toArray(byte[][]::new);
  }

  private static byte[][] payloads(List<NewEvent> events) {
    return events.stream().map(NewEvent::payload).toArray(byte[][]::new);
  }
}
