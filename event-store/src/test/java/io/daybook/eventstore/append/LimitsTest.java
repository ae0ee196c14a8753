package io.daybook.eventstore.append;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.example.lamp.LampEvent;
import io.daybook.eventstore.AppendTooLarge;
import io.daybook.eventstore.DuplicateEventId;
import io.daybook.eventstore.StoreUnavailable;
import io.daybook.eventstore.StoreUnavailable.WriteOutcome;
import io.daybook.eventstore.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.junit.jupiter.api.Test;

/// Appends of unusual size, and a database that does not answer.
class LimitsTest {

  private static final int MEGABYTE = 1 << 20;

  private final DataSource database = TestDatabase.fresh();

  @Test
  void nothing_is_appended_as_nothing() {
    try (Rig rig = new Rig(database)) {
      rig.append(List.of());

      assertThat(rig.rows.head()).isZero();
    }
  }

  @Test
  void ten_thousand_events_are_appended_as_one() {
    try (Rig rig = new Rig(database)) {
      rig.append("shop/lamp_long", 0, 10_000);

      assertThat(rig.sequencesOf("shop/lamp_long"))
          .containsExactlyElementsOf(LongStream.range(0, 10_000).boxed().toList());
    }
  }

  @Test
  void an_event_of_five_megabytes_comes_back_as_it_was() {
    try (Rig rig = new Rig(database)) {
      LampEvent.Installed large = installed(5 * MEGABYTE);
      rig.append(List.of(message(large)));

      assertThat(rig.all()).singleElement().matches(event -> event.getPayload().equals(large));
    }
  }

  @Test
  void what_is_above_the_limit_is_refused_with_the_limit_and_nothing_is_written() {
    try (Rig rig = new Rig(database)) {
      assertThatThrownBy(() -> rig.append(List.of(message(installed(17 * MEGABYTE)))))
          .isInstanceOf(AppendTooLarge.class)
          .hasMessageContaining("16,777,216");
      assertThat(rig.rows.head()).isZero();
    }
  }

  @Test
  void an_event_that_is_stored_already_is_refused_and_its_neighbours_are_not() {
    try (Rig rig = new Rig(database);
        ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      EventMessage<?> event = Rig.lit("shop/lamp_first", 0);
      rig.append(List.of(event));
      var again =
          new GenericDomainEventMessage<>(
              "Lamp",
              "shop/lamp_again",
              0,
              event.getPayload(),
              event.getMetaData(),
              event.getIdentifier(),
              event.getTimestamp());

      List<CompletableFuture<Void>> neighbours =
          IntStream.range(0, 20)
              .mapToObj(
                  n ->
                      CompletableFuture.runAsync(() -> rig.append("shop/near_" + n, 0, 1), callers))
              .toList();
      assertThatThrownBy(() -> rig.append(List.of(again))).isInstanceOf(DuplicateEventId.class);
      neighbours.forEach(CompletableFuture::join);

      assertThat(rig.rows.head()).isEqualTo(21);
      assertThat(rig.sequencesOf("shop/lamp_again")).isEmpty();
    }
  }

  @Test
  void behind_a_database_that_stands_still_callers_are_refused_and_it_recovers_by_itself()
      throws Exception {
    WriterLimits limits =
        new WriterLimits(4, MEGABYTE, 8, MEGABYTE, MEGABYTE, Duration.ofMillis(500));
    try (Rig rig = new Rig(database, database, limits);
        ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      rig.append("shop/lamp_before", 0, 1);
      List<WriteOutcome> outcomes;
      try (Connection blocking = lockHead()) {
        outcomes =
            IntStream.range(0, 40)
                .mapToObj(
                    n ->
                        CompletableFuture.supplyAsync(
                            () -> outcome(rig, "shop/lamp_" + n), callers))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        blocking.rollback();
      }

      assertThat(outcomes).contains(WriteOutcome.NOTHING_WRITTEN, WriteOutcome.UNKNOWN);
      await().ignoreExceptions().untilAsserted(() -> rig.append("shop/lamp_after", 0, 1));
      long unknown = outcomes.stream().filter(WriteOutcome.UNKNOWN::equals).count();
      assertThat(rig.rows.head()).isBetween(2L, 2 + unknown);
      assertThat(rig.all()).hasSize(Math.toIntExact(rig.rows.head()));
    }
  }

  private static WriteOutcome outcome(Rig rig, String lamp) {
    try {
      rig.append(lamp, 0, 1);
      throw new AssertionError("The database stands still");
    } catch (StoreUnavailable e) {
      return e.outcome();
    }
  }

  private Connection lockHead() throws SQLException {
    Connection connection = database.getConnection();
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.execute("SELECT * FROM event_store.head FOR UPDATE");
    }
    return connection;
  }

  private static LampEvent.Installed installed(int bytes) {
    return new LampEvent.Installed("shop/lamp_large", "x".repeat(bytes));
  }

  private static EventMessage<?> message(LampEvent.Installed event) {
    return new GenericDomainEventMessage<>("Lamp", event.lamp(), 0, event);
  }
}
