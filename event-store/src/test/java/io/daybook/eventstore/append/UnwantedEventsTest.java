package io.daybook.eventstore.append;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.lamp.LampEvent;
import io.daybook.eventstore.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.junit.jupiter.api.Test;

/// A reader that wants few of the events, on a node that has none of them in memory.
class UnwantedEventsTest {

  private static final int LAMPS = 5;
  private static final int LIGHTS = 150;

  private final DataSource database = TestDatabase.fresh();

  @Test
  void a_reader_gets_what_it_wants_and_the_end() throws InterruptedException {
    try (Rig writing = new Rig(database);
        Rig node = new Rig(database)) {
      write(writing);
      List<TrackedEventMessage<?>> read = new ArrayList<>();
      try (TrackingEventStream stream = node.reader.streamAfter(0)) {
        while (position(read) < LAMPS * (LIGHTS + 1L)
            && stream.hasNextAvailable(30, TimeUnit.SECONDS)) {
          TrackedEventMessage<?> event = stream.nextAvailable();
          if (event.getPayload() instanceof LampEvent.Lit) {
            stream.skipMessagesWithPayloadTypeOf(event);
          }
          read.add(event);
        }
      }

      assertThat(read.stream().filter(event -> event.getPayload() instanceof LampEvent.Installed))
          .hasSize(LAMPS);
      assertThat(position(read)).isEqualTo(LAMPS * (LIGHTS + 1L));
      assertThat(read).hasSizeLessThan(LAMPS * LIGHTS / 2);
    }
  }

  @Test
  void what_is_unwanted_from_the_start_to_the_end_still_shows_where_the_end_is() throws Exception {
    try (Rig writing = new Rig(database);
        Rig node = new Rig(database)) {
      write(writing);
      try (TrackingEventStream stream = node.reader.streamAfter(1)) {
        TrackedEventMessage<?> light = stream.nextAvailable();
        stream.skipMessagesWithPayloadTypeOf(light);
        stream.skipMessagesWithPayloadTypeOf(node.all().getFirst());
        long last = 0;
        while (last < LAMPS * (LIGHTS + 1L)) {
          assertThat(stream.hasNextAvailable(30, TimeUnit.SECONDS)).isTrue();
          last = stream.nextAvailable().trackingToken().position().orElse(0);
        }
        assertThat(stream.hasNextAvailable(0, TimeUnit.SECONDS)).isFalse();
        writing.append("shop/lamp_0", LIGHTS + 1, 1);
        assertThat(stream.hasNextAvailable(30, TimeUnit.SECONDS)).isTrue();
      }
    }
  }

  private static long position(List<TrackedEventMessage<?>> read) {
    return read.isEmpty() ? 0 : read.getLast().trackingToken().position().orElse(0);
  }

  /// Each lamp is installed and then lit, again and again.
  private static void write(Rig node) {
    for (int lamp = 0; lamp < LAMPS; lamp++) {
      String stream = "shop/lamp_" + lamp;
      List<EventMessage<?>> events = new ArrayList<>();
      events.add(
          new GenericDomainEventMessage<>(
              "Lamp", stream, 0, new LampEvent.Installed(stream, "hall")));
      IntStream.rangeClosed(1, LIGHTS).forEach(light -> events.add(Rig.lit(stream, light)));
      node.append(events);
    }
  }
}
