package io.daybook.eventstore.append;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.eventstore.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/// Two nodes with a cache each: what one has committed, the other reads.
class StreamCacheTest {

  private static final DataSource DATABASE = TestDatabase.pooled();
  private static final List<Rig> NODES = List.of(new Rig(DATABASE), new Rig(DATABASE));
  private static final int FEW = 3;

  /// @param from where the reader begins, or the end of the stream if that comes first
  record Step(int node, int stream, int appended, int reader, int from) {}

  @AfterContainer
  static void close() {
    NODES.forEach(Rig::close);
  }

  @Property(tries = 60)
  void every_node_reads_what_any_node_has_committed(@ForAll("steps") List<Step> steps) {
    String tenant = "t" + UUID.randomUUID();
    Map<String, Integer> lengths = new HashMap<>();
    for (Step step : steps) {
      String stream = tenant + "/lamp" + step.stream();
      int length = lengths.getOrDefault(stream, 0);
      NODES.get(step.node()).append(stream, length, step.appended());
      lengths.put(stream, length + step.appended());
      String read = tenant + "/lamp" + step.reader();
      long end = lengths.getOrDefault(read, 0);
      long from = Math.min(step.from(), end);
      for (Rig node : NODES) {
        assertThat(sequences(node.reader.eventsOf(read, from)))
            .isEqualTo(LongStream.range(from, end).boxed().toList());
      }
    }
  }

  @Provide
  Arbitrary<List<Step>> steps() {
    Arbitrary<Integer> node = Arbitraries.integers().between(0, 1);
    Arbitrary<Integer> stream = Arbitraries.integers().between(0, FEW - 1);
    Arbitrary<Integer> events = Arbitraries.integers().between(0, 60);
    return Combinators.combine(node, stream, events, stream, Arbitraries.integers().between(0, 90))
        .as(Step::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(12);
  }

  @Example
  void a_stream_that_was_read_is_read_from_memory() {
    String stream = "t/" + UUID.randomUUID();
    Rig node = NODES.getFirst();
    node.append(stream, 0, 2);

    DomainEventMessage<?> first = node.reader.eventsOf(stream, 0).next();
    node.append(stream, 2, 1);

    DomainEventStream again = node.reader.eventsOf(stream, 0);
    assertThat(again.next()).isSameAs(first);
    assertThat(sequences(again)).containsExactly(1L, 2L);
  }

  @Example
  void a_reader_never_sees_less_than_was_acknowledged_before_it_began() throws Exception {
    String stream = "t/" + UUID.randomUUID();
    AtomicLong acknowledged = new AtomicLong();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> readers = new ArrayList<>();
      for (Rig node : NODES) {
        for (int i = 0; i < 4; i++) {
          readers.add(threads.submit(() -> readUntil(100, stream, node, acknowledged)));
        }
      }
      for (int event = 0; event < 100; event++) {
        NODES.get(event / 3 % 2).append(stream, event, 1);
        acknowledged.set(event + 1);
      }
      for (Future<?> reader : readers) {
        reader.get();
      }
    }
  }

  private static void readUntil(long end, String stream, Rig node, AtomicLong acknowledged) {
    List<Long> read = List.of();
    while (read.size() < end) {
      long least = acknowledged.get();
      read = sequences(node.reader.eventsOf(stream, 0));
      assertThat(read).hasSizeGreaterThanOrEqualTo((int) least);
      assertThat(read).isEqualTo(LongStream.range(0, read.size()).boxed().toList());
    }
  }

  @Example
  void what_cannot_be_checked_is_not_served() {
    String stream = "t/" + UUID.randomUUID();
    Unreachable database = new Unreachable(DATABASE);
    try (Rig node = new Rig(database)) {
      node.append(stream, 0, 2);
      assertThat(sequences(node.reader.eventsOf(stream, 0))).hasSize(2);
      database.away = true;
      assertThatThrownBy(() -> node.reader.eventsOf(stream, 0))
          .isInstanceOf(EventStoreException.class);
      database.away = false;
      assertThat(sequences(node.reader.eventsOf(stream, 0))).hasSize(2);
    }
  }

  private static final class Unreachable extends DelegatingDataSource {
    private volatile boolean away;

    Unreachable(DataSource database) {
      super(database);
    }

    @Override
    public Connection getConnection() throws SQLException {
      if (away) {
        throw new SQLException("The database is away", "08001");
      }
      return super.getConnection();
    }
  }

  private static List<Long> sequences(DomainEventStream stream) {
    return stream.asStream().<Long>map(event -> event.getSequenceNumber()).toList();
  }
}
