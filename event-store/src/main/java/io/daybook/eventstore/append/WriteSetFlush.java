package io.daybook.eventstore.append;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;

/// Writes the write sets of a batch: one statement for each kind of change.
final class WriteSetFlush {

  private static final String TAKE =
      """
      INSERT INTO event_store.claim (tenant_id, kind, key, owner)
      SELECT * FROM unnest(?::text[], ?::text[], ?::text[], ?::text[])
      ON CONFLICT (tenant_id, kind, key) DO NOTHING
      """;
  static final String PASS_ON =
      "UPDATE event_store.claim SET owner = ? WHERE tenant_id = ? AND kind = ? AND key = ? AND"
          + " owner = ?";
  static final String RELEASE =
      "DELETE FROM event_store.claim WHERE tenant_id = ? AND kind = ? AND key = ? AND owner = ?";
  private static final String ANSWER =
      """
      INSERT INTO event_store.idempotency
        (tenant_id, caller, key, request_hash, status, headers, body, position, stored_at)
      SELECT tenant_id, caller, key, request_hash, status, headers::json, body::json, position, now()
      FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::int[], ?::text[], ?::text[],
          ?::bigint[])
        AS given (tenant_id, caller, key, request_hash, status, headers, body, position)
      """;

  private final SequencedMap<Claim, ClaimChange> claims = new LinkedHashMap<>();
  private final List<PositionedAnswer> answers = new ArrayList<>();
  private final List<Statement> statements = new ArrayList<>();

  private record PositionedAnswer(IdempotencyRecord record, long position) {}

  /// @param before who owned it before the batch, as the conflict check has found
  /// @param after who owns it afterwards
  private record ClaimChange(Claim claim, Optional<String> before, Optional<String> after) {

    boolean isTaken() {
      return before.isEmpty() && after.isPresent();
    }

    boolean isPassedOn() {
      return before.isPresent() && after.isPresent() && !before.equals(after);
    }

    boolean isReleased() {
      return before.isPresent() && after.isEmpty();
    }
  }

  private WriteSetFlush() {}

  /// @param positions of each request, the last of its events
  static void run(Connection connection, SequencedMap<AppendRequest, Long> positions)
      throws SQLException {
    WriteSetFlush writes = new WriteSetFlush();
    positions.forEach((request, position) -> writes.collect(request, position));
    writes.run(connection);
  }

  private void collect(AppendRequest request, long position) {
    WriteSet writeSet = request.writeSet();
    writeSet.claims().forEach((claim, owner) -> collect(claim, request.readSet(), owner));
    writeSet.answer().ifPresent(record -> answers.add(new PositionedAnswer(record, position)));
    statements.addAll(writeSet.statements());
  }

  /// Of several changes of one claim only the last is written. The first has read who owned it before.
  private void collect(Claim claim, ReadSet reads, Optional<String> owner) {
    @Nullable ClaimChange earlier = claims.get(claim);
    Optional<String> before =
        earlier == null ? reads.owners().getOrDefault(claim, Optional.empty()) : earlier.before();
    claims.put(claim, new ClaimChange(claim, before, owner));
  }

  private void run(Connection connection) throws SQLException {
    take(connection, claims.values().stream().filter(ClaimChange::isTaken).toList());
    passOn(connection, claims.values().stream().filter(ClaimChange::isPassedOn).toList());
    release(connection, claims.values().stream().filter(ClaimChange::isReleased).toList());
    storeAnswers(connection);
    int from = 0;
    for (int to = 1; to <= statements.size(); to++) {
      if (to == statements.size() || !sameSql(from, to)) {
        execute(connection, statements.subList(from, to));
        from = to;
      }
    }
  }

  private boolean sameSql(int one, int other) {
    return statements.get(one).sql().equals(statements.get(other).sql());
  }

  /// A claim is there once, so no row is written twice by the one statement.
  private static void take(Connection connection, List<ClaimChange> changes) throws SQLException {
    if (changes.isEmpty()) {
      return;
    }
    try (PreparedStatement statement = connection.prepareStatement(TAKE)) {
      texts(statement, 1, changes.stream().map(change -> change.claim().tenant()));
      texts(statement, 2, changes.stream().map(change -> change.claim().kind()));
      texts(statement, 3, changes.stream().map(change -> change.claim().key()));
      texts(statement, 4, changes.stream().map(change -> change.after().orElseThrow()));
      requireAll(changes, statement.executeUpdate());
    }
  }

  private static void passOn(Connection connection, List<ClaimChange> changes) throws SQLException {
    if (changes.isEmpty()) {
      return;
    }
    try (PreparedStatement statement = connection.prepareStatement(PASS_ON)) {
      for (ClaimChange change : changes) {
        statement.setString(1, change.after().orElseThrow());
        bind(statement, 2, change);
        statement.addBatch();
      }
      requireAll(changes, IntStream.of(statement.executeBatch()).sum());
    }
  }

  private static void release(Connection connection, List<ClaimChange> changes)
      throws SQLException {
    if (changes.isEmpty()) {
      return;
    }
    try (PreparedStatement statement = connection.prepareStatement(RELEASE)) {
      for (ClaimChange change : changes) {
        bind(statement, 1, change);
        statement.addBatch();
      }
      requireAll(changes, IntStream.of(statement.executeBatch()).sum());
    }
  }

  private static void bind(PreparedStatement statement, int first, ClaimChange change)
      throws SQLException {
    statement.setString(first, change.claim().tenant());
    statement.setString(first + 1, change.claim().kind());
    statement.setString(first + 2, change.claim().key());
    statement.setString(first + 3, change.before().orElseThrow());
  }

  /// The conflict check has found the owners as they are, so this can only be if PostgreSQL takes one key for
  /// another. A batch is then written request by request, and only the one at fault is refused.
  ///
  /// @throws ConcurrencyException if a claim has another owner than was read
  private static void requireAll(List<ClaimChange> changes, int written) {
    if (written != changes.size()) {
      throw new ConcurrencyException(
          "Of %d claims %d had another owner than was read"
              .formatted(changes.size(), changes.size() - written));
    }
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
