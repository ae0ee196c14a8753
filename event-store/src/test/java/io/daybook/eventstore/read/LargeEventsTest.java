package io.daybook.eventstore.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.lamp.LampEvent;
import io.daybook.eventstore.append.Rig;
import io.daybook.eventstore.audit.Verdict;
import io.daybook.eventstore.format.TypeIds;
import io.daybook.eventstore.testing.CountedDatabase;
import io.daybook.eventstore.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.junit.jupiter.api.Test;

/// Events of a megabyte, of which neither pages nor queues hold more than one at a time.
class LargeEventsTest {

  private static final int EVENTS = 12;
  private static final String ROOM = "r".repeat(1 << 20);
  private static final String STREAM = "shop/lamp_1";

  private final DataSource database = TestDatabase.fresh();

  @Test
  void their_payloads_are_read_one_by_one_when_somebody_asks() {
    try (Rig node = new Rig(database)) {
      write(node);
      CountedDatabase counted = new CountedDatabase(database);
      EventRows rows = new EventRows(counted, new TypeIds(counted));

      List<EventRow> page = rows.wanted(0, EVENTS, Set.of(), EVENTS);
      int asked = counted.questions();

      assertThat(page).allMatch(row -> row.payload() instanceof RowPayload.Large);
      assertThat(page).allMatch(row -> row.size() > ROOM.length());
      assertThat(page.getFirst().getPayload().getData()).hasSizeGreaterThan(ROOM.length());
      assertThat(counted.questions()).isEqualTo(asked + 1);
    }
  }

  @Test
  void they_are_not_among_the_last_events_in_memory_and_every_reader_gets_them() throws Exception {
    try (Rig node = new Rig(database);
        Rig other = new Rig(database)) {
      write(node);
      node.append(STREAM, EVENTS, 1);

      assertThat(node.headTracker().recentBytes()).isLessThan(1_000);
      assertThat(rooms(read(node))).isEqualTo(EVENTS);
      assertThat(rooms(read(other))).isEqualTo(EVENTS);
      assertThat(read(other).subList(0, EVENTS)).allMatch(event -> event instanceof LargeEvent);
      assertThat(other.headTracker().recentBytes()).isLessThan(1_000);
      assertThat(node.verdict()).isInstanceOf(Verdict.Intact.class);
    }
  }

  @Test
  void their_stream_is_read_in_whole() {
    try (Rig node = new Rig(database)) {
      write(node);

      assertThat(node.reader.rowsOf(STREAM, 0)).hasSize(EVENTS);
      assertThat(node.reader.eventsOf(STREAM, 3).asStream())
          .hasSize(EVENTS - 3)
          .allMatch(event -> event.getPayload() instanceof LampEvent.Installed);
    }
  }

  private static void write(Rig node) {
    List<EventMessage<?>> events = new ArrayList<>();
    IntStream.range(0, EVENTS)
        .forEach(
            sequence ->
                events.add(
                    new GenericDomainEventMessage<>(
                        "Lamp", STREAM, sequence, new LampEvent.Installed(STREAM, ROOM))));
    node.append(events);
  }

  private static List<TrackedEventMessage<?>> read(Rig node) throws InterruptedException {
    List<TrackedEventMessage<?>> read = new ArrayList<>();
    try (TrackingEventStream stream = node.reader.streamAfter(0)) {
      while (read.size() <= EVENTS && stream.hasNextAvailable(10, TimeUnit.SECONDS)) {
        read.add(stream.nextAvailable());
      }
    }
    return read;
  }

  private static long rooms(List<TrackedEventMessage<?>> read) {
    return read.stream()
        .filter(
            event ->
                event.getPayload() instanceof LampEvent.Installed installed
                    && installed.room().equals(ROOM))
        .count();
  }
}
