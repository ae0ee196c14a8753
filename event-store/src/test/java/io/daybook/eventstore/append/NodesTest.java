package io.daybook.eventstore.append;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.eventstore.audit.Verdict.Intact;
import io.daybook.eventstore.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.Test;

/// Several nodes on one database.
class NodesTest {

  /// Five thousand with `-Pfaults`.
  private static final int RACED = Integer.getInteger("daybook.faults.raced", 250);

  private static final int PATIENCE_SECONDS = 30;

  private final DataSource database = TestDatabase.fresh();

  @Test
  void two_nodes_that_race_for_one_stream_never_write_a_sequence_twice() throws Exception {
    int each = RACED;
    try (Rig one = new Rig(database);
        Rig other = new Rig(database);
        ExecutorService nodes = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Integer>> races =
          nodes.invokeAll(
              List.<Callable<Integer>>of(
                  () -> appendAgain(one, each), () -> appendAgain(other, each)));

      assertThat(races.get(0).get() + races.get(1).get()).isPositive();
      assertThat(one.sequencesOf("shop/lamp_hot"))
          .containsExactlyElementsOf(LongStream.range(0, 2L * each).boxed().toList());
    }
  }

  /// Each time behind what it has seen last, until it was first; tells how often it was not.
  private static int appendAgain(Rig node, int times) {
    int lost = 0;
    for (int done = 0; done < times; ) {
      Long end = node.rows.endOf("shop/lamp_hot");
      try {
        node.append("shop/lamp_hot", end == null ? 0 : end + 1, 1);
        done++;
      } catch (ConcurrencyException | AggregateStreamCreationException e) {
        lost++;
      }
    }
    return lost;
  }

  @Test
  void a_reader_sees_every_position_of_all_nodes_in_order_while_some_appends_fail()
      throws Exception {
    int streams = 300;
    try (Rig one = new Rig(database);
        Rig other = new Rig(database);
        ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
        TrackingEventStream read = other.reader.streamAfter(0)) {
      List<CompletableFuture<Void>> appends = new ArrayList<>();
      IntStream.range(0, streams)
          .forEach(
              n -> {
                Rig node = n % 2 == 0 ? one : other;
                appends.add(
                    CompletableFuture.runAsync(() -> node.append("shop/lamp_" + n, 0, 2), callers));
                appends.add(CompletableFuture.runAsync(() -> refused(node, n), callers));
              });

      for (long position = 1; position <= 2L * streams; position++) {
        assertThat(read.hasNextAvailable(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(position(read.nextAvailable())).isEqualTo(position);
      }
      appends.forEach(CompletableFuture::join);
      assertThat(one.rows.head()).isEqualTo(2L * streams);
      assertThat(one.verdict())
          .isInstanceOfSatisfying(
              Intact.class,
              chain -> {
                assertThat(chain.head().position()).isEqualTo(2L * streams);
                assertThat(chain.adopted()).isEmpty();
              });
    }
  }

  /// A hole in its stream, which is never written.
  private static void refused(Rig node, int n) {
    assertThatThrownBy(() -> node.append("shop/hole_" + n, 7, 1)).hasMessageContaining("hole");
  }

  @Test
  void a_transaction_that_is_held_open_elsewhere_delays_no_reader() throws Exception {
    try (Rig rig = new Rig(database);
        Connection idle = open();
        TrackingEventStream read = rig.reader.streamAfter(0)) {
      rig.append("shop/lamp_1", 0, 1);
      rig.append("shop/lamp_1", 1, 1);

      assertThat(read.hasNextAvailable(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
      assertThat(position(read.nextAvailable())).isEqualTo(1);
      assertThat(position(read.nextAvailable())).isEqualTo(2);
      assertThat(idle.getAutoCommit()).isFalse();
    }
  }

  /// With a transaction id of its own, as a long report or a forgotten session has.
  private Connection open() throws SQLException {
    Connection connection = database.getConnection();
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.execute("SELECT pg_current_xact_id()");
    }
    return connection;
  }

  private static long position(TrackedEventMessage<?> event) {
    return event.trackingToken().position().orElseThrow();
  }
}
