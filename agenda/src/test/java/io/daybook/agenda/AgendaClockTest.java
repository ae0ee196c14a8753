package io.daybook.agenda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.Scheduler;
import io.daybook.eventstore.DatabaseClock;
import io.daybook.eventstore.testing.TestDatabase;
import io.daybook.kernel.SystemTenantClock;
import io.daybook.kernel.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A node whose clock is an hour ahead. PostgreSQL's is right.
class AgendaClockTest {
  private static final TenantId TENANT = new TenantId("acme");

  private final DataSource dataSource = TestDatabase.fresh();
  private final JdbcClient database = JdbcClient.create(dataSource);
  private final DatabaseClock clock =
      new DatabaseClock(Clock.offset(Clock.systemUTC(), Duration.ofHours(1)), ZoneOffset.UTC);
  private final AgendaTable table = new AgendaTable(database);
  private final Agenda agenda = new Agenda(table, new SystemTenantClock(clock));

  @BeforeEach
  void look() {
    clock.compare(
        database
            .sql("SELECT (extract(epoch FROM clock_timestamp()) * 1000000)::bigint")
            .query(Long.class)
            .single(),
        TimeUnit.MILLISECONDS.toNanos(10));
  }

  @Test
  void what_fails_there_is_due_again_in_seconds_for_every_node() {
    AgendaTask failing = new Failing();
    AgendaRunner runner = new AgendaRunner(table, new SystemTenantClock(clock), List.of(failing));
    agenda.scheduleIfNotExists(entry(Duration.ZERO));
    Scheduler scheduler =
        Scheduler.create(dataSource, runner.scheduled(failing))
            .tableName(AgendaTable.NAME)
            .serializer(EntryData.JSON)
            .clock(new AgendaAutoConfiguration().agendaClock(clock))
            .pollingInterval(Duration.ofMillis(50))
            .build();
    scheduler.start();
    try {
      await().until(() -> is("consecutive_failures > 0 AND NOT picked"));
      assertThat(is("execution_time < clock_timestamp() + interval '5 min'")).isTrue();
    } finally {
      scheduler.stop();
    }
  }

  @Test
  void what_is_due_in_half_an_hour_is_not_done_there_at_once() {
    agenda.scheduleIfNotExists(entry(Duration.ofMinutes(30)));

    assertThat(
            is(
                "execution_time BETWEEN clock_timestamp() + interval '29 min'"
                    + " AND clock_timestamp() + interval '31 min'"))
        .isTrue();
    assertThat(is("due_at - execution_time BETWEEN interval '-5 s' AND interval '5 s'")).isTrue();
  }

  private boolean is(String condition) {
    return database
        .sql("SELECT coalesce(bool_and(" + condition + "), false) FROM process.agenda")
        .query(Boolean.class)
        .single();
  }

  private AgendaEntry entry(Duration in) {
    return new AgendaEntry("task", TENANT, "a", agenda.now(TENANT).plus(in), Map.of());
  }

  private static final class Failing implements AgendaTask {
    @Override
    public String kind() {
      return "task";
    }

    @Override
    public Completion run(AgendaEntry entry) {
      throw new IllegalStateException("not now");
    }
  }
}
