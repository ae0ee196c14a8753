package io.daybook.eventstore.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.lamp.LampEvent;
import com.example.lamp.LampTypes;
import io.daybook.eventstore.JsonRules;
import io.daybook.eventstore.append.Rig;
import io.daybook.eventstore.format.MetadataFormat;
import io.daybook.eventstore.format.MetadataKeys;
import io.daybook.eventstore.format.RowSerializer;
import io.daybook.eventstore.format.TypeIds;
import io.daybook.eventstore.json.EventSerializer;
import io.daybook.eventstore.testing.TestDatabase;
import java.time.Duration;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Upcasters that leave nothing of some events.
class DroppedEventsTest {

  private final DataSource database = TestDatabase.fresh();

  @ParameterizedTest
  @ValueSource(ints = {3, 400}) // read for all readers of the node, and page by page
  void a_reader_comes_to_the_end_though_nothing_is_left_there(int lights) throws Exception {
    List<EventMessage<?>> events = new ArrayList<>();
    IntStream.range(0, lights).forEach(light -> events.add(Rig.lit("shop/lamp", light)));
    events.add(installed(lights));

    assertThat(read(events))
        .hasSize(lights + 1)
        .extracting(event -> event.trackingToken().position().orElseThrow())
        .endsWith(lights + 1L);
  }

  @Test
  void a_reader_comes_to_the_end_though_nothing_is_left_at_all() throws Exception {
    List<EventMessage<?>> events =
        IntStream.range(0, 5).<EventMessage<?>>mapToObj(DroppedEventsTest::installed).toList();

    List<TrackedEventMessage<?>> read = read(events);

    assertThat(read).hasSize(1);
    assertThat(read.getFirst().trackingToken().position()).hasValue(5);
    assertThat(read.getFirst().getPayload()).isNotInstanceOf(LampEvent.class);
  }

  private List<TrackedEventMessage<?>> read(List<EventMessage<?>> events) throws Exception {
    try (Rig writing = new Rig(database);
        HeadTracker headTracker = new HeadTracker(database, 16, 1 << 20, Duration.ofMillis(20));
        TrackingEventStream stream = reader(headTracker).streamAfter(0)) {
      writing.append(events);
      List<TrackedEventMessage<?>> read = new ArrayList<>();
      long position = 0;
      while (position < events.size() && stream.hasNextAvailable(10, TimeUnit.SECONDS)) {
        TrackedEventMessage<?> event = stream.nextAvailable();
        stream.skipMessagesWithPayloadTypeOf(installedLater(event));
        position = event.trackingToken().position().orElseThrow();
        read.add(event);
      }
      return read;
    }
  }

  /// Processors say so of what none of their handlers wants; of a light these do.
  private static TrackedEventMessage<?> installedLater(TrackedEventMessage<?> event) {
    return event.getPayload() instanceof LampEvent.Lit ? DroppedEvent.at(0) : event;
  }

  private EventReader reader(HeadTracker headTracker) {
    return new EventReader(
        new EventRows(database, new TypeIds(database)),
        headTracker,
        new RowSerializer(
            new EventSerializer(new LampTypes(), new JsonRules(List.of())),
            new MetadataFormat(new MetadataKeys(database))),
        stored -> stored.filter(event -> !event.getType().getName().equals("lamp.LampInstalled")),
        100,
        new StreamCache(database, 0, Duration.ofSeconds(10)));
  }

  private static EventMessage<?> installed(long sequence) {
    return new GenericDomainEventMessage<>(
        "Lamp", "shop/lamp", sequence, new LampEvent.Installed("shop/lamp", "hall"));
  }
}
