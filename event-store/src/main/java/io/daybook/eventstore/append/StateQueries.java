package io.daybook.eventstore.append;

import io.daybook.eventstore.audit.StoreHead;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads the [StoreState] that a batch needs, with one statement for each kind of thing it touches.
final class StateQueries {

  static final String ENDS =
      """
      SELECT requested.stream,
             (SELECT max(event.sequence) FROM event_store.event WHERE event.stream = requested.stream)
      FROM unnest(?::text[]) AS requested(stream)
      """;

  /// Two statements in one message. The second takes its snapshot when the first has the lock, so it sees
  /// everything that was committed by then; a single statement takes its snapshot before it waits.
  private static final String LOCKED_ENDS = StoreHead.LOCK + ";\n" + ENDS;

  // These statements are planned once for a connection, possibly while the tables are all but
  // empty. So
  // each of them leaves the planner one plan only: with a join it could read a whole table instead
  // of
  // looking up keys, and with a plain condition on tenant and kind it could take the wrong index.

  static final String OWNERS =
      """
      SELECT requested.tenant_id, requested.kind, requested.key,
             (SELECT claim.owner FROM event_store.claim
              WHERE claim.tenant_id = requested.tenant_id AND claim.kind = requested.kind
                AND claim.key = requested.key)
      FROM unnest(?::text[], ?::text[], ?::text[]) AS requested(tenant_id, kind, key)
      """;
  static final String COUNTS =
      """
      SELECT requested.tenant_id, requested.kind, requested.owner,
             (SELECT count(*) FROM event_store.claim
              WHERE claim.owner = requested.owner AND claim.tenant_id || '' = requested.tenant_id
                AND claim.kind || '' = requested.kind)
      FROM unnest(?::text[], ?::text[], ?::text[]) AS requested(tenant_id, kind, owner)
      """;
  static final String ANSWERED =
      """
      SELECT requested.tenant_id, requested.caller, requested.key
      FROM unnest(?::text[], ?::text[], ?::text[]) AS requested(tenant_id, caller, key)
      WHERE (SELECT true FROM event_store.idempotency AS known
             WHERE known.tenant_id = requested.tenant_id AND known.caller = requested.caller
               AND known.key = requested.key)
      """;

  private final Connection connection;
  private final StoreState state = new StoreState();

  private StateQueries(Connection connection) {
    this.connection = connection;
  }

  /// Nobody can change this before the connection's transaction ends.
  record Locked(StoreHead head, StoreState state) {}

  /// Locks the head first.
  static Locked lock(Connection connection, List<AppendRequest> batch) throws SQLException {
    StateQueries queries = new StateQueries(connection);
    StoreHead head = queries.lock(all(batch, AppendRequest::streams));
    queries.readSets(batch);
    return new Locked(head, queries.state);
  }

  /// Without a lock, so others may append meanwhile.
  static StoreState read(Connection connection, List<AppendRequest> batch) throws SQLException {
    StateQueries queries = new StateQueries(connection);
    queries.ends(all(batch, AppendRequest::streams));
    queries.readSets(batch);
    return queries.state;
  }

  private void readSets(List<AppendRequest> batch) throws SQLException {
    owners(all(batch, AppendRequest::claims));
    counts(all(batch, request -> request.readSet().counts().keySet().stream()));
    answered(all(batch, AppendRequest::keys));
  }

  private static <T> List<T> all(
      List<AppendRequest> batch, Function<AppendRequest, Stream<T>> part) {
    return batch.stream().flatMap(part).distinct().toList();
  }

  private StoreHead lock(Collection<String> streams) throws SQLException {
    if (streams.isEmpty()) {
      return StoreHead.lock(connection);
    }
    try (PreparedStatement statement = connection.prepareStatement(LOCKED_ENDS)) {
      statement.setArray(1, connection.createArrayOf("text", streams.toArray(String[]::new)));
      statement.execute();
      StoreHead head = StoreHead.read(statement.getResultSet());
      statement.getMoreResults();
      readAll(statement.getResultSet(), this::end);
      return head;
    }
  }

  private void ends(Collection<String> streams) throws SQLException {
    query(ENDS, streams, List.of(Function.identity()), this::end);
  }

  private void end(ResultSet row) throws SQLException {
    String stream = row.getString(1);
    long sequence = row.getLong(2);
    state.ends(stream, row.wasNull() ? StoreState.NO_EVENT : sequence);
  }

  private void owners(Collection<Claim> claims) throws SQLException {
    query(
        OWNERS,
        claims,
        List.of(Claim::tenant, Claim::kind, Claim::key),
        row -> {
          @Nullable String owner = row.getString(4);
          if (owner != null) {
            state.owns(owner, new Claim(row.getString(1), row.getString(2), row.getString(3)));
          }
        });
  }

  private void counts(Collection<Claim.Holder> holders) throws SQLException {
    holders.forEach(holder -> state.holds(holder, 0));
    query(
        COUNTS,
        holders,
        List.of(Claim.Holder::tenant, Claim.Holder::kind, Claim.Holder::owner),
        row ->
            state.holds(
                new Claim.Holder(row.getString(1), row.getString(2), row.getString(3)),
                row.getLong(4)));
  }

  private void answered(Collection<IdempotencyRecord.Key> keys) throws SQLException {
    query(
        ANSWERED,
        keys,
        List.of(
            IdempotencyRecord.Key::tenant,
            IdempotencyRecord.Key::caller,
            IdempotencyRecord.Key::key),
        row ->
            state.answered(
                new IdempotencyRecord.Key(row.getString(1), row.getString(2), row.getString(3))));
  }

  private <T> void query(
      String sql, Collection<T> requested, List<Function<T, String>> columns, RowReader reader)
      throws SQLException {
    if (requested.isEmpty()) {
      return;
    }
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < columns.size(); i++) {
        String[] values = requested.stream().map(columns.get(i)).toArray(String[]::new);
        statement.setArray(i + 1, connection.createArrayOf("text", values));
      }
      readAll(statement.executeQuery(), reader);
    }
  }

  private static void readAll(ResultSet found, RowReader reader) throws SQLException {
    try (ResultSet rows = found) {
      while (rows.next()) {
        reader.read(rows);
      }
    }
  }

  @FunctionalInterface
  private interface RowReader {
    void read(ResultSet row) throws SQLException;
  }
}
