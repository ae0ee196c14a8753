package io.daybook.eventstore.append;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Writes the write sets of a batch: one statement for each kind of change.
final class WriteSetFlush {

  private static final String TAKE =
      """
      INSERT INTO event_store.claim (tenant_id, kind, key, owner)
      SELECT * FROM unnest(?::text[], ?::text[], ?::text[], ?::text[])
      ON CONFLICT (tenant_id, kind, key) DO UPDATE SET owner = excluded.owner
      """;
  static final String RELEASE =
      "DELETE FROM event_store.claim WHERE tenant_id = ? AND kind = ? AND key = ?";
  private static final String ANSWER =
      """
      INSERT INTO event_store.idempotency
        (tenant_id, caller, key, request_hash, status, headers, body, position, stored_at)
      SELECT tenant_id, caller, key, request_hash, status, headers::json, body::json, position, now()
      FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::int[], ?::text[], ?::text[],
          ?::bigint[])
        AS given (tenant_id, caller, key, request_hash, status, headers, body, position)
      """;

  private final SequencedMap<Claim, Optional<String>> claims = new LinkedHashMap<>();
  private final List<PositionedAnswer> answers = new ArrayList<>();
  private final List<Statement> statements = new ArrayList<>();

  private record PositionedAnswer(IdempotencyRecord record, long position) {}

  private WriteSetFlush() {}

  /// @param positions of each request, the last of its events
  static void run(Connection connection, SequencedMap<AppendRequest, Long> positions)
      throws SQLException {
    WriteSetFlush writes = new WriteSetFlush();
    positions.forEach((request, position) -> writes.collect(request.writeSet(), position));
    writes.run(connection);
  }

  private void collect(WriteSet writeSet, long position) {
    claims.putAll(writeSet.claims()); // of several changes of one claim only the last is written
    writeSet.answer().ifPresent(record -> answers.add(new PositionedAnswer(record, position)));
    statements.addAll(writeSet.statements());
  }

  private void run(Connection connection) throws SQLException {
    take(connection, claims.entrySet().stream().filter(taken()).toList());
    release(connection, claims.entrySet().stream().filter(taken().negate()).toList());
    storeAnswers(connection);
    int from = 0;
    for (int to = 1; to <= statements.size(); to++) {
      if (to == statements.size() || !sameSql(from, to)) {
        execute(connection, statements.subList(from, to));
        from = to;
      }
    }
  }

  private static Predicate<Map.Entry<Claim, Optional<String>>> taken() {
    return change -> change.getValue().isPresent();
  }

  private boolean sameSql(int one, int other) {
    return statements.get(one).sql().equals(statements.get(other).sql());
  }

  /// A claim is there once, so no row is written twice by the one statement.
  private static void take(Connection connection, List<Map.Entry<Claim, Optional<String>>> changes)
      throws SQLException {
    if (!changes.isEmpty()) {
      try (PreparedStatement statement = connection.prepareStatement(TAKE)) {
        keys(statement, changes);
        texts(statement, 4, changes.stream().map(change -> change.getValue().orElseThrow()));
        statement.executeUpdate();
      }
    }
  }

  private static void release(
      Connection connection, List<Map.Entry<Claim, Optional<String>>> changes) throws SQLException {
    if (!changes.isEmpty()) {
      try (PreparedStatement statement = connection.prepareStatement(RELEASE)) {
        for (Map.Entry<Claim, Optional<String>> change : changes) {
          statement.setString(1, change.getKey().tenant());
          statement.setString(2, change.getKey().kind());
          statement.setString(3, change.getKey().key());
          statement.addBatch();
        }
        statement.executeBatch();
      }
    }
  }

  private static void keys(
      PreparedStatement statement, List<Map.Entry<Claim, Optional<String>>> changes)
      throws SQLException {
    List<Claim> claims = changes.stream().map(Map.Entry::getKey).toList();
    texts(statement, 1, claims.stream().map(Claim::tenant));
    texts(statement, 2, claims.stream().map(Claim::kind));
    texts(statement, 3, claims.stream().map(Claim::key));
  }

  private void storeAnswers(Connection connection) throws SQLException {
    if (!answers.isEmpty()) {
      try (PreparedStatement statement = connection.prepareStatement(ANSWER)) {
        texts(statement, 1, records().map(record -> record.key().tenant()));
        texts(statement, 2, records().map(record -> record.key().caller()));
        texts(statement, 3, records().map(record -> record.key().key()));
        texts(statement, 4, records().map(record -> record.answer().requestHash()));
        array(statement, 5, "int4", records().map(record -> record.answer().status()));
        texts(statement, 6, records().map(record -> record.answer().headers()));
        texts(statement, 7, records().map(record -> record.answer().body()));
        array(statement, 8, "int8", answers.stream().map(PositionedAnswer::position));
        statement.executeUpdate();
      }
    }
  }

  private Stream<IdempotencyRecord> records() {
    return answers.stream().map(PositionedAnswer::record);
  }

  private static void texts(
      PreparedStatement statement, int index, Stream<? extends @Nullable String> texts)
      throws SQLException {
    array(statement, index, "text", texts);
  }

  private static void array(
      PreparedStatement statement,
      int index,
      String type,
      Stream<? extends @Nullable Object> values)
      throws SQLException {
    statement.setArray(index, statement.getConnection().createArrayOf(type, values.toArray()));
  }

  private static void execute(Connection connection, List<Statement> same) throws SQLException {
    if (same.isEmpty()) {
      return;
    }
    try (PreparedStatement prepared = connection.prepareStatement(same.getFirst().sql())) {
      for (Statement statement : same) {
        for (int i = 0; i < statement.parameters().size(); i++) {
          prepared.setObject(i + 1, statement.parameters().get(i));
        }
        prepared.addBatch();
      }
      prepared.executeBatch();
    }
  }
}
