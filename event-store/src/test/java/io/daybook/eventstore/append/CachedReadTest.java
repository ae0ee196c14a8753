package io.daybook.eventstore.append;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.eventstore.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/// A command that decides on a stream that is in the cache of its node, and does not change it.
class CachedReadTest {

  private static final DataSource DATABASE = TestDatabase.fresh();
  private static final AtomicInteger CONNECTIONS = new AtomicInteger();
  private static final Rig NODE =
      new Rig(
          new DelegatingDataSource(DATABASE) {
            @Override
            public Connection getConnection() throws SQLException {
              CONNECTIONS.incrementAndGet();
              return super.getConnection();
            }
          });
  private static final Rig OTHER = new Rig(DATABASE);

  private final OptimisticAssumptions assumptions = new OptimisticAssumptions(NODE.appender);
  private final String known = "shop/" + UUID.randomUUID();
  private final String changed = "shop/" + UUID.randomUUID();

  @AfterAll
  static void close() {
    OTHER.close();
    NODE.close();
  }

  @BeforeEach
  void cacheTheStream() {
    NODE.append(known, 0, 3);
    assertThat(length()).isEqualTo(3);
  }

  @Test
  void nothing_is_queried_before_the_decision() throws Exception {
    int before = CONNECTIONS.get();

    assertThat(command(this::change)).isEqualTo(3);
    assertThat(CONNECTIONS).hasValue(before);
  }

  @Test
  void what_another_node_has_added_is_found_when_it_is_written_and_known_the_next_time()
      throws Exception {
    OTHER.append(known, 3, 1);

    assertThatThrownBy(() -> command(this::change)).isInstanceOf(ConcurrencyException.class);
    assertThat(NODE.sequencesOf(changed)).isEmpty();
    assertThat(command(this::change)).isEqualTo(4);
  }

  @Test
  void what_another_node_adds_to_other_streams_is_no_conflict() throws Exception {
    OTHER.append("shop/" + UUID.randomUUID(), 0, 2);

    assertThat(command(this::change)).isEqualTo(3);
  }

  @Test
  void what_this_node_adds_after_the_decision_is_no_conflict() throws Exception {
    int seen =
        command(
            () -> {
              int length = change();
              CompletableFuture.runAsync(() -> NODE.append(known, 3, 1)).join();
              return length;
            });

    assertThat(seen).isEqualTo(3);
    assertThat(NODE.sequencesOf(changed)).hasSize(1);
  }

  @Test
  void a_refusal_on_an_outdated_read_is_a_conflict() throws Exception {
    OTHER.append(known, 3, 1);

    assertThatThrownBy(() -> command(this::refuse)).isInstanceOf(ConcurrencyException.class);
    assertThatThrownBy(() -> command(this::refuse)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_decision_on_an_outdated_read_to_do_nothing_is_a_conflict() throws Exception {
    OTHER.append(known, 3, 1);

    assertThatThrownBy(() -> command(this::length)).isInstanceOf(ConcurrencyException.class);
    assertThat(command(this::length)).isEqualTo(4);
  }

  @Test
  void whoever_is_no_command_queries_first() {
    OTHER.append(known, 3, 1);

    assertThat(length()).isEqualTo(4);
  }

  @Test
  void a_command_within_another_unit_of_work_queries_first() throws Exception {
    OTHER.append(known, 3, 1);
    UnitOfWork<?> outer = DefaultUnitOfWork.startAndGet(null);

    assertThat(command(this::length)).isEqualTo(4);
    outer.commit();
  }

  @Test
  void a_retry_queries_first() throws Exception {
    CommandMessage<?> command = new GenericCommandMessage<>("change");
    OTHER.append(known, 3, 1);
    assertThatThrownBy(() -> new HandledCommand(command, assumptions).by(this::change))
        .isInstanceOf(ConcurrencyException.class);
    assertThat(length()).isEqualTo(4);
    OTHER.append(known, 4, 1);

    assertThat(new HandledCommand(command, assumptions).by(this::change)).isEqualTo(5);
  }

  /// Others may have read it before this node knows that it is written.
  @Test
  void what_this_node_has_added_without_an_answer_counts_as_another_nodes() throws Exception {
    CutConnections writing = new CutConnections(DATABASE);
    try (Rig node = new Rig(DATABASE, writing, Rig.LIMITS)) {
      node.append(known, 3, 1);
      assertThat(node.reader.eventsOf(known, 0).asStream()).hasSize(4);
      OptimisticAssumptions own = new OptimisticAssumptions(node.appender);

      assertThatThrownBy(
              () -> HandledCommand.named("change", own).by(() -> changeLate(node, writing)))
          .isInstanceOf(ConcurrencyException.class);
      assertThat(node.sequencesOf(known)).hasSize(5);
    }
  }

  private int changeLate(Rig node, CutConnections writing) {
    int length = (int) node.reader.eventsOf(known, 0).asStream().count();
    writing.cutNext(CutConnections.Cut.AFTER_COMMIT);
    CompletableFuture.runAsync(() -> node.append(known, 4, 1)).join();
    node.append(changed, 0, 1);
    return length;
  }

  private int length() {
    return (int) NODE.reader.eventsOf(known, 0).asStream().count();
  }

  private int change() {
    int length = length();
    NODE.append(changed, 0, 1);
    return length;
  }

  private int refuse() {
    throw new IllegalArgumentException("%d are too many".formatted(length()));
  }

  private int command(Callable<Integer> handler) throws Exception {
    return HandledCommand.named("change", assumptions).by(handler);
  }
}
