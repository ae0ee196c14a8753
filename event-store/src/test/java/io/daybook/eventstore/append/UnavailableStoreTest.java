package io.daybook.eventstore.append;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import io.daybook.eventstore.StoreUnavailable;
import io.daybook.eventstore.StoreUnavailable.WriteOutcome;
import io.daybook.eventstore.autoconfigure.ThrownAwaySessions;
import io.daybook.eventstore.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The database answers, and takes nothing.
class UnavailableStoreTest {

  private final TestDatabase store = TestDatabase.create();
  private final JdbcClient sql = JdbcClient.create(store.dataSource());

  /// A disk that is full, one that fails, a statement that was cancelled for an administrator.
  @ParameterizedTest
  @ValueSource(strings = {"53100", "53200", "58030", "57014", "25006", "55P03"})
  void an_append_is_refused_for_now_with_nothing_written_and_the_next_one_is_taken(String state) {
    try (Rig node = Rig.withoutLog(store.dataSource())) {
      node.append("shop/lamp_1", 0, 1);
      failInserts(state);

      assertThatThrownBy(() -> node.append("shop/lamp_1", 1, 1))
          .isInstanceOfSatisfying(
              StoreUnavailable.class,
              refused -> assertThat(refused.outcome()).isEqualTo(WriteOutcome.NOTHING_WRITTEN));
      assertThat(node.problem()).isPresent();

      sql.sql("DROP FUNCTION fail CASCADE").update();
      node.append("shop/lamp_1", 1, 1);
      assertThat(node.problem()).isEmpty();
      assertThat(node.sequencesOf("shop/lamp_1")).containsExactly(0L, 1L);
    }
  }

  private void failInserts(String state) {
    sql.sql(
            """
            CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS
            $$BEGIN RAISE EXCEPTION 'not now' USING ERRCODE = '%s'; END$$
            """
                .formatted(state))
        .update();
    sql.sql(
            "CREATE TRIGGER fail BEFORE INSERT ON event_store.event_0"
                + " FOR EACH ROW EXECUTE FUNCTION fail()")
        .update();
  }

  /// As those of a primary that became a standby behind an address that now leads to another one.
  @Test
  void sessions_that_may_not_write_are_thrown_away() throws SQLException {
    String name = sql.sql("SELECT current_database()").query(String.class).single();
    try (Connection older = store.dataSource().getConnection();
        Statement admin = older.createStatement();
        HikariDataSource pool = pool()) {
      admin.execute("ALTER DATABASE %s SET default_transaction_read_only = on".formatted(name));
      JdbcClient.create(pool).sql("SELECT 1").query(Integer.class).single();
      try (Rig node = Rig.withoutLog(pool)) {
        admin.execute("ALTER DATABASE %s RESET default_transaction_read_only".formatted(name));

        await()
            .atMost(Duration.ofSeconds(20))
            .ignoreExceptionsInstanceOf(EventStoreException.class)
            .until(() -> hasAppended(node));
      }
    }
  }

  private static boolean hasAppended(Rig node) {
    node.append("shop/lamp_1", 0, 1);
    return true;
  }

  private HikariDataSource pool() {
    HikariDataSource pool = new HikariDataSource();
    pool.setJdbcUrl(store.url());
    pool.setMaximumPoolSize(3);
    pool.setMinimumIdle(3);
    pool.setExceptionOverrideClassName(ThrownAwaySessions.class.getName());
    return pool;
  }
}
