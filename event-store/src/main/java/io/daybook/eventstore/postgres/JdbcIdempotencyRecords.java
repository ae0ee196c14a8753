package io.daybook.eventstore.postgres;

import io.daybook.eventstore.IdempotencyRecords;
import io.daybook.eventstore.StoredAnswer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Answers as rows, and the lock that tells a request in flight from one that was answered.
public final class JdbcIdempotencyRecords implements IdempotencyRecords {

  private final JdbcClient database;
  private final AdvisoryLocks locks;

  public JdbcIdempotencyRecords(DataSource dataSource) {
    this.database = JdbcClient.create(dataSource);
    this.locks = new AdvisoryLocks(database);
  }

  @Override
  public boolean tryLock(String tenant, String caller, String key) {
    return locks.tryExclusive("idempotency", tenant, caller, key);
  }

  @Override
  public Optional<StoredAnswer> find(String tenant, String caller, String key) {
    return database
        .sql(
            """
            SELECT request_hash, status, headers, body FROM event_store.idempotency
            WHERE tenant_id = ? AND caller = ? AND key = ?
            """)
        .params(tenant, caller, key)
        .query(
            (row, number) ->
                new StoredAnswer(
                    row.getString("request_hash"),
                    row.getInt("status"),
                    row.getString("headers"),
                    row.getString("body")))
        .optional();
  }

  @Override
  public void store(
      String tenant, String caller, String key, StoredAnswer answer, Instant storedAt) {
    Transactions.require();
    database
        .sql(
            """
            INSERT INTO event_store.idempotency
              (tenant_id, caller, key, request_hash, status, headers, body, stored_at)
            VALUES (?, ?, ?, ?, ?, ?::json, ?::json, ?)
            """)
        .param(tenant)
        .param(caller)
        .param(key)
        .param(answer.requestHash())
        .param(answer.status())
        .param(answer.headers())
        .param(answer.body())
        .param(storedAt.atOffset(ZoneOffset.UTC))
        .update();
  }

  @Override
  public int purge(Instant before) {
    return database
        .sql("DELETE FROM event_store.idempotency WHERE stored_at < ?")
        .param(before.atOffset(ZoneOffset.UTC))
        .update();
  }
}
