package io.daybook.eventstore.housekeeping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybook.eventstore.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.AbstractDataSource;

class HousekeepingTest {

  private static final Duration WEEK = Duration.ofDays(7);
  private static final int OLD = 2 * Housekeeping.STEP + 500;

  private final DataSource source = TestDatabase.fresh();
  private final JdbcClient database = JdbcClient.create(source);

  @Test
  void answers_that_were_kept_long_enough_are_removed_step_by_step() throws Exception {
    answers("old", OLD, "8 days");
    answers("young", 10, "6 days");

    try (Housekeeping housekeeping = new Housekeeping(source, WEEK, Duration.ofHours(1))) {
      housekeeping.tidy();

      assertThat(housekeeping.removedAnswers()).isEqualTo(OLD);
    }
    assertThat(callers()).containsOnly("young").hasSize(10);
  }

  @Test
  void an_answer_that_somebody_holds_is_passed_over_and_removed_the_next_time() throws Exception {
    answers("old", 10, "8 days");
    Housekeeping housekeeping = new Housekeeping(source, WEEK, Duration.ofHours(1));
    try (Connection other = source.getConnection()) {
      hold(other);

      housekeeping.tidy();
      assertThat(callers()).hasSize(1);
    }
    await()
        .until(
            () -> {
              housekeeping.tidy();
              return callers().isEmpty();
            });
  }

  private static void hold(Connection other) throws SQLException {
    other.setAutoCommit(false);
    other
        .createStatement()
        .execute("SELECT FROM event_store.idempotency WHERE key = '7' FOR UPDATE");
  }

  @Test
  void marks_of_writers_that_are_long_gone_are_removed() throws Exception {
    mark("40 days");
    mark("20 days");

    new Housekeeping(source, WEEK, Duration.ofHours(1)).tidy();

    assertThat(database.sql("SELECT count(*) FROM event_store.writer").query(Long.class).single())
        .isEqualTo(1);
  }

  @Test
  void it_does_so_by_itself() {
    answers("old", 10, "8 days");
    try (Housekeeping housekeeping = new Housekeeping(source, WEEK, Duration.ofMillis(20))) {
      housekeeping.start();

      await().until(() -> callers().isEmpty());
    }
  }

  @Test
  void a_table_is_as_large_as_its_parts() {
    answers("many", 5_000, "1 day");
    TableSizes sizes = new TableSizes(source);

    assertThat(TableSizes.TABLES).allMatch(table -> sizes.bytes(table) > 0);
    assertThat(sizes.bytes("idempotency")).isGreaterThan(500_000);
    assertThat(sizes.bytes("event")).isGreaterThan(30_000);
  }

  @Test
  void a_database_that_is_away_is_asked_once_for_all_tables() {
    AtomicInteger asked = new AtomicInteger();
    TableSizes sizes =
        new TableSizes(
            new AbstractDataSource() {
              @Override
              public Connection getConnection() throws SQLException {
                asked.incrementAndGet();
                throw new SQLException("away", "08006");
              }

              @Override
              public Connection getConnection(String user, String password) throws SQLException {
                return getConnection();
              }
            });

    assertThat(TableSizes.TABLES).allMatch(table -> Double.isNaN(sizes.bytes(table)));
    assertThat(asked).hasValue(1);
  }

  private void answers(String caller, int count, String age) {
    database
        .sql(
            """
            INSERT INTO event_store.idempotency
              (tenant_id, caller, key, request_hash, status, headers, body, position, stored_at)
            SELECT 'shop', :caller, number::text, 'hash', 201, '{}', null, 1,
              now() - CAST(:age AS interval)
            FROM generate_series(1, :count) AS number
            """)
        .param("caller", caller)
        .param("age", age)
        .param("count", count)
        .update();
  }

  private void mark(String age) {
    database
        .sql(
            """
            INSERT INTO event_store.writer (writer_id, batch, position, written_at)
            VALUES (gen_random_uuid(), 1, 1, now() - CAST(? AS interval))
            """)
        .param(age)
        .update();
  }

  private List<String> callers() {
    return database.sql("SELECT caller FROM event_store.idempotency").query(String.class).list();
  }
}
