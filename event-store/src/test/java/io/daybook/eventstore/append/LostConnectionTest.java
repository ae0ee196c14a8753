package io.daybook.eventstore.append;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.daybook.eventstore.StoreUnavailable;
import io.daybook.eventstore.append.CutConnections.Cut;
import io.daybook.eventstore.audit.Verdict.Intact;
import io.daybook.eventstore.testing.TestDatabase;
import io.daybook.eventstore.testing.Units;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The writer's connection is lost at the worst moment: nobody knows whether the commit has arrived.
class LostConnectionTest {

  private final DataSource database = TestDatabase.fresh();
  private final CutConnections writing = new CutConnections(database);

  @ParameterizedTest
  @EnumSource(Cut.class)
  void an_append_is_written_once_and_its_caller_gets_its_position(Cut cut) throws Exception {
    try (Rig rig = new Rig(database, writing, Rig.LIMITS)) {
      rig.append("shop/lamp_1", 0, 2);

      writing.cutNext(cut);
      rig.append("shop/lamp_1", 2, 3);

      assertThat(writing.hasCut()).isTrue();
      assertThat(rig.sequencesOf("shop/lamp_1")).containsExactly(0L, 1L, 2L, 3L, 4L);
      assertThat(rig.rows.head()).isEqualTo(5);
      assertThat(rig.headTracker.head()).isEqualTo(5);
      assertThat(rig.verdict()).isInstanceOfSatisfying(Intact.class, LostConnectionTest::allSealed);
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Cut.class,
      names = {"BEFORE_COMMIT", "AFTER_COMMIT"})
  void under_load_nothing_is_lost_and_nothing_doubled(Cut cut) throws Exception {
    try (Rig rig = new Rig(database, writing, Rig.LIMITS);
        ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<CompletableFuture<Void>> appends =
          IntStream.range(0, 200)
              .mapToObj(
                  n ->
                      CompletableFuture.runAsync(
                          () -> {
                            if (n % 20 == 0) {
                              writing.cutNext(cut);
                            }
                            rig.append("shop/lamp_" + n, 0, 3);
                          },
                          callers))
              .toList();
      appends.forEach(CompletableFuture::join);

      assertThat(rig.all().stream().map(LostConnectionTest::position))
          .containsExactlyElementsOf(LongStream.rangeClosed(1, 600).boxed().toList());
      assertThat(rig.all().stream().map(EventMessage::getIdentifier)).doesNotHaveDuplicates();
      assertThat(IntStream.range(0, 200).mapToObj(n -> rig.sequencesOf("shop/lamp_" + n)))
          .allMatch(List.of(0L, 1L, 2L)::equals);
      assertThat(rig.verdict()).isInstanceOfSatisfying(Intact.class, LostConnectionTest::allSealed);
    }
  }

  /// Of two requests in one batch one leaves no event by which a second time could be told.
  @Test
  void a_batch_in_doubt_is_not_written_again_when_the_next_connection_is_refused()
      throws Exception {
    JdbcClient sql = JdbcClient.create(database);
    sql.sql("CREATE TABLE counter AS SELECT 0 AS n").update();
    try (Rig rig = Rig.withoutLog(database, writing);
        ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> batch;
      try (Connection blocking = keepWriterBusy(rig, callers, sql)) {
        writing.cutNext(Cut.AFTER_COMMIT);
        writing.refuseNext("53300");
        batch =
            List.of(
                callers.submit(() -> rig.append("shop/lamp_1", 0, 1)),
                callers.submit(() -> count(rig)));
        await().until(() -> rig.appender.waiting() == 2);
        blocking.rollback();
      }

      for (Future<?> request : batch) {
        request.get(30, TimeUnit.SECONDS);
      }
      assertThat(sql.sql("SELECT n FROM counter").query(Integer.class).single()).isEqualTo(1);
      assertThat(rig.sequencesOf("shop/lamp_1")).containsExactly(0L);
    }
  }

  /// With a request that will be refused before any commit.
  private Connection keepWriterBusy(Rig rig, ExecutorService callers, JdbcClient sql)
      throws SQLException {
    Connection blocking = database.getConnection();
    blocking.setAutoCommit(false);
    try (Statement lock = blocking.createStatement()) {
      lock.execute("SELECT * FROM event_store.head FOR UPDATE");
    }
    callers.submit(() -> change(rig, "no SQL"));
    await()
        .until(
            () ->
                sql.sql(
                            """
                            SELECT count(*) FROM pg_stat_activity
                            WHERE datname = current_database() AND wait_event_type = 'Lock'
                            """)
                        .query(Integer.class)
                        .single()
                    == 1);
    return blocking;
  }

  private static void count(Rig rig) {
    change(rig, "UPDATE counter SET n = n + 1");
  }

  private static void change(Rig rig, String sql) {
    Units.runInUnit(
        () ->
            rig.appender.current().writeSet().add(io.daybook.eventstore.append.Statement.of(sql)));
  }

  @Test
  void what_is_refused_by_the_commit_itself_is_in_no_doubt() {
    JdbcClient.create(database)
        .sql("CREATE TABLE once (n int UNIQUE DEFERRABLE INITIALLY DEFERRED)")
        .update();
    try (Rig rig = new Rig(database, writing, Rig.LIMITS)) {
      assertThatThrownBy(() -> change(rig, "INSERT INTO once VALUES (1), (1)"))
          .isInstanceOf(EventStoreException.class)
          .isNotInstanceOf(StoreUnavailable.class);

      rig.append("shop/lamp_1", 0, 1);
      assertThat(rig.rows.head()).isEqualTo(1);
    }
  }

  @Test
  void what_the_commit_refuses_of_a_batch_with_events_is_not_there_and_its_neighbours_are()
      throws Exception {
    JdbcClient sql = JdbcClient.create(database);
    sql.sql("CREATE TABLE once (n int UNIQUE DEFERRABLE INITIALLY DEFERRED)").update();
    try (Rig rig = Rig.withoutLog(database, writing);
        ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<?> refused;
      Future<?> neighbour;
      try (Connection blocking = keepWriterBusy(rig, callers, sql)) {
        refused =
            callers.submit(() -> light(rig, "shop/lamp_1", "INSERT INTO once VALUES (1), (1)"));
        neighbour = callers.submit(() -> rig.append("shop/lamp_2", 0, 1));
        await().until(() -> rig.appender.waiting() == 2);
        blocking.rollback();
      }

      assertThatThrownBy(() -> refused.get(30, TimeUnit.SECONDS))
          .hasCauseInstanceOf(EventStoreException.class);
      neighbour.get(30, TimeUnit.SECONDS);
      assertThat(rig.sequencesOf("shop/lamp_1")).isEmpty();
      assertThat(rig.sequencesOf("shop/lamp_2")).containsExactly(0L);
      assertThat(sql.sql("SELECT count(*) FROM once").query(Integer.class).single()).isZero();
    }
  }

  private static void light(Rig rig, String lamp, String sql) {
    Units.runInUnit(
        () -> {
          rig.append(lamp, 0, 1);
          rig.appender.current().writeSet().add(io.daybook.eventstore.append.Statement.of(sql));
        });
  }

  private static void allSealed(Intact verdict) {
    assertThat(verdict.unsealed()).isZero();
    assertThat(verdict.adopted()).isEmpty();
  }

  private static long position(TrackedEventMessage<?> event) {
    return event.trackingToken().position().orElseThrow();
  }
}
