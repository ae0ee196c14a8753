package io.daybook.agenda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.eventstore.testing.TestDatabase;
import io.daybook.kernel.MovableClock;
import io.daybook.kernel.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class AgendaTest {
  private static final TenantId TENANT = new TenantId("acme");
  private static final TenantId OTHER = new TenantId("other");
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  private final DataSource dataSource = TestDatabase.fresh();
  private final MovableClock clock = new MovableClock(NOW);
  private final AgendaTable table = new AgendaTable(JdbcClient.create(dataSource));
  private final Agenda agenda = new Agenda(table, clock);
  private final List<String> done = new ArrayList<>();
  private Function<AgendaEntry, Completion> deed = entry -> Completion.REMOVE;
  private final AgendaRunner runner = new AgendaRunner(table, clock, List.of(new Task()));

  @Test
  void what_is_due_is_done_in_order_and_once() {
    agenda.scheduleIfNotExists(entry("late", Duration.ofMinutes(2)));
    agenda.scheduleIfNotExists(entry("early", Duration.ofMinutes(1)));
    agenda.scheduleIfNotExists(entry("not yet", Duration.ofMinutes(4)));

    clock.advance(Duration.ofMinutes(3));

    assertThat(runner.runDue(TENANT)).isEqualTo(2);
    assertThat(runner.runDue(TENANT)).isZero();
    assertThat(done).containsExactly("early", "late");
  }

  @Test
  void there_is_one_entry_for_a_key() {
    assertThat(agenda.scheduleIfNotExists(entry("a", Duration.ofMinutes(1)))).isTrue();
    assertThat(agenda.scheduleIfNotExists(entry("a", Duration.ofMinutes(9)))).isFalse();

    assertThat(agenda.find("task", TENANT, "a")).contains(entry("a", Duration.ofMinutes(1)));
  }

  @Test
  void a_tenant_has_an_agenda_of_its_own() {
    agenda.scheduleIfNotExists(entry("a", Duration.ZERO));
    agenda.cancel("task", OTHER, "a");

    assertThat(runner.runDue(OTHER)).isZero();
    assertThat(agenda.find("task", OTHER, "a")).isEmpty();
    assertThat(runner.runDue(TENANT)).isEqualTo(1);
  }

  @Test
  void a_cancelled_entry_is_not_done() {
    agenda.scheduleIfNotExists(entry("a", Duration.ZERO));
    agenda.cancel("task", TENANT, "a");
    agenda.cancel("task", TENANT, "a");

    assertThat(runner.runDue(TENANT)).isZero();
  }

  @Test
  void an_entry_may_be_put_off() {
    agenda.scheduleIfNotExists(entry("a", Duration.ZERO));
    deed = entry -> new Completion.Reschedule(entry.due().plusSeconds(60), Map.of("turn", "2"));

    assertThat(runner.runDue(TENANT)).isEqualTo(1);

    assertThat(agenda.find("task", TENANT, "a"))
        .contains(new AgendaEntry("task", TENANT, "a", NOW.plusSeconds(60), Map.of("turn", "2")));
  }

  @Test
  void what_failed_stays_due() {
    agenda.scheduleIfNotExists(entry("a", Duration.ZERO));
    deed =
        entry -> {
          throw new IllegalStateException("not now");
        };
    assertThatThrownBy(() -> runner.runDue(TENANT)).hasMessage("not now");

    deed = entry -> Completion.REMOVE;
    assertThat(runner.runDue(TENANT)).isEqualTo(1);
  }

  @Test
  void what_is_replaced_while_it_is_done_is_done_again() {
    agenda.scheduleIfNotExists(entry("a", Duration.ZERO));
    deed =
        entry -> {
          if (done.size() == 1) {
            agenda.schedule(entry("a", Duration.ZERO));
          }
          return Completion.REMOVE;
        };

    assertThat(runner.runDue(TENANT)).isEqualTo(2);
    assertThat(agenda.find("task", TENANT, "a")).isEmpty();
  }

  @Test
  void an_entry_is_there_exactly_if_the_transaction_is_that_made_it() {
    TransactionTemplate transaction =
        new TransactionTemplate(new JdbcTransactionManager(dataSource));
    transaction.executeWithoutResult(
        status -> {
          agenda.scheduleIfNotExists(entry("a", Duration.ZERO));
          status.setRollbackOnly();
        });

    assertThat(agenda.find("task", TENANT, "a")).isEmpty();
  }

  @Test
  void the_wall_clock_waits_as_long_as_the_tenants_clock_does() {
    agenda.scheduleIfNotExists(entry("a", Duration.ofHours(2)));

    assertThat(
            JdbcClient.create(dataSource)
                .sql(
                    "SELECT execution_time - now() BETWEEN interval '119 min' AND interval '2 h'"
                        + " FROM process.agenda")
                .query(Boolean.class)
                .single())
        .isTrue();
  }

  private static AgendaEntry entry(String key, Duration in) {
    return new AgendaEntry("task", TENANT, key, NOW.plus(in), Map.of("some", "thing"));
  }

  private final class Task implements AgendaTask {
    @Override
    public String kind() {
      return "task";
    }

    @Override
    public Completion run(AgendaEntry entry) {
      done.add(entry.key());
      return deed.apply(entry);
    }
  }
}
