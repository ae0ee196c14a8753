package io.daybook.eventstore.append;

import io.daybook.eventstore.Answer;
import io.daybook.eventstore.IdempotencyRecords;
import io.daybook.eventstore.StoredAnswer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Answers as they are committed, and the keys of the requests that this node works on.
public final class StagedIdempotencyRecords implements IdempotencyRecords {

  private final JdbcClient database;
  private final Appender appender;
  private final OptimisticAssumptions assumptions;
  private final Set<IdempotencyRecord.Key> running = ConcurrentHashMap.newKeySet();

  public StagedIdempotencyRecords(
      DataSource dataSource, Appender appender, OptimisticAssumptions assumptions) {
    this.assumptions = assumptions;
    this.database = JdbcClient.create(dataSource);
    this.appender = appender;
  }

  @Override
  public boolean tryLock(String tenant, String caller, String key) {
    if (!CurrentUnitOfWork.isStarted()) {
      throw new IllegalStateException("Only within a unit of work");
    }
    IdempotencyRecord.Key held = new IdempotencyRecord.Key(tenant, caller, key);
    boolean first = running.add(held);
    if (first) {
      CurrentUnitOfWork.get().root().onCleanup(over -> running.remove(held));
    }
    return first;
  }

  @Override
  public Optional<StoredAnswer> earlier(String tenant, String caller, String key) {
    IdempotencyRecord.Key lookedUp = new IdempotencyRecord.Key(tenant, caller, key);
    Optional<StoredAnswer> answer =
        assumptions.mayAssumeFirst(lookedUp) ? Optional.empty() : find(tenant, caller, key);
    if (answer.isEmpty()) {
      assumptions.assumeFirst(lookedUp);
    }
    return answer;
  }

  @Override
  public Optional<StoredAnswer> find(String tenant, String caller, String key) {
    return database
        .sql(
            """
            SELECT request_hash, status, headers, body, position FROM event_store.idempotency
            WHERE tenant_id = ? AND caller = ? AND key = ?
            """)
        .params(tenant, caller, key)
        .query((row, number) -> answer(row))
        .optional();
  }

  private static StoredAnswer answer(ResultSet row) throws SQLException {
    return new StoredAnswer(
        new Answer(
            row.getString("request_hash"),
            row.getInt("status"),
            row.getString("headers"),
            row.getString("body")),
        row.getLong("position"));
  }

  @Override
  public void store(String tenant, String caller, String key, Answer answer) {
    if (key.length() > MAX_KEY_LENGTH) {
      throw new IllegalArgumentException(
          "An idempotency key has at most %d characters, not %d"
              .formatted(MAX_KEY_LENGTH, key.length()));
    }
    IdempotencyRecord.Key stored = new IdempotencyRecord.Key(tenant, caller, key);
    appender.current().writeSet().answer(new IdempotencyRecord(stored, answer));
  }
}
