package io.daybook.eventstore.postgres;

import io.daybook.eventstore.Claims;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Claims as rows: the primary key decides who was first.
public final class JdbcClaims implements Claims {

  private static final String GUARD = "guard";

  private final JdbcClient database;
  private final AdvisoryLocks locks;

  public JdbcClaims(DataSource dataSource) {
    this.database = JdbcClient.create(dataSource);
    this.locks = new AdvisoryLocks(database);
  }

  @Override
  public boolean take(String tenant, String kind, String key, String owner) {
    Transactions.require();
    int inserted =
        database
            .sql(
                """
                INSERT INTO event_store.claim (tenant_id, kind, key, owner) VALUES (?, ?, ?, ?)
                ON CONFLICT DO NOTHING
                """)
            .params(tenant, kind, key, owner)
            .update();
    return inserted == 1 || owner(tenant, kind, key).filter(owner::equals).isPresent();
  }

  @Override
  public Optional<String> owner(String tenant, String kind, String key) {
    Transactions.require();
    return database
        .sql("SELECT owner FROM event_store.claim WHERE tenant_id = ? AND kind = ? AND key = ?")
        .params(tenant, kind, key)
        .query(String.class)
        .optional();
  }

  @Override
  public void release(String tenant, String kind, String key, String owner) {
    Transactions.require();
    database
        .sql(
            """
            DELETE FROM event_store.claim
            WHERE tenant_id = ? AND kind = ? AND key = ? AND owner = ?
            """)
        .params(tenant, kind, key, owner)
        .update();
  }

  @Override
  public long countOwnedBy(String tenant, String kind, String owner) {
    Transactions.require();
    return database
        .sql(
            """
            SELECT count(*) FROM event_store.claim
            WHERE tenant_id = ? AND kind = ? AND owner = ?
            """)
        .params(tenant, kind, owner)
        .query(Long.class)
        .single();
  }

  @Override
  public void guardShared(String tenant, String key) {
    locks.shared(GUARD, tenant, key);
  }

  @Override
  public void guardExclusive(String tenant, String key) {
    locks.exclusive(GUARD, tenant, key);
  }
}
