package io.daybook.eventstore.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybook.eventstore.append.Rig;
import io.daybook.eventstore.testing.CountedDatabase;
import io.daybook.eventstore.testing.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GenericTrackedEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.junit.jupiter.api.Test;

/// What another node has appended is read once for all streams of this one.
class RemoteEventsTest {
  private static final int EVENTS = 40;

  private final DataSource database = TestDatabase.fresh();
  private final CountedDatabase counted = new CountedDatabase(database);

  @Test
  void several_streams_query_once() throws InterruptedException {
    try (Rig one = new Rig(database);
        Rig other = new Rig(counted)) {
      other.headTracker().start();
      one.append("shop/lamp_1", 0, EVENTS);
      await().until(() -> other.headTracker().head() == EVENTS);
      assertThat(positions(other.reader.streamAfter(0), EVENTS)).isEqualTo(range(1, EVENTS));
      int asked = counted.questions();

      for (int stream = 0; stream < 3; stream++) {
        assertThat(positions(other.reader.streamAfter(0), EVENTS)).isEqualTo(range(1, EVENTS));
      }
      assertThat(counted.questions()).isEqualTo(asked);
    }
  }

  @Test
  void streams_that_read_while_two_nodes_append_miss_nothing() throws Exception {
    try (Rig one = new Rig(database);
        Rig other = new Rig(database)) {
      List<FutureTask<List<Long>>> readers = new ArrayList<>();
      for (int stream = 0; stream < 6; stream++) {
        TrackingEventStream events = other.reader.streamAfter(0);
        FutureTask<List<Long>> reader = new FutureTask<>(() -> positions(events, 4 * EVENTS));
        Thread.ofPlatform().daemon().start(reader);
        readers.add(reader);
      }
      for (int i = 0; i < 2 * EVENTS; i++) {
        one.append("shop/lamp_1", i, 1);
        other.append("shop/lamp_2", i, 1);
      }

      for (FutureTask<List<Long>> reader : readers) {
        assertThat(reader.get(30, TimeUnit.SECONDS)).isEqualTo(range(1, 4 * EVENTS));
      }
    }
  }

  @Test
  void two_events_that_an_upcaster_makes_of_one_are_not_buffered() {
    try (HeadTracker headTracker = new HeadTracker(database, 16, 1 << 20, Duration.ofMinutes(5))) {
      List<TrackedEventMessage<?>> twoOfOne = List.of(event(1), event(1), event(2));
      RemoteEvents remoteEvents =
          new RemoteEvents(
              headTracker, (position, end) -> new RemoteEvents.Found(twoOfOne, new long[2]));

      remoteEvents.after(0, 2);

      assertThat(headTracker.recent(1)).isNull();
      assertThat(remoteEvents.after(0, 2).events()).toIterable().hasSize(3);
    }
  }

  @Test
  void an_event_beside_one_that_an_upcaster_drops_is_not_buffered() {
    try (HeadTracker headTracker = new HeadTracker(database, 16, 1 << 20, Duration.ofMinutes(5))) {
      RemoteEvents remoteEvents =
          new RemoteEvents(
              headTracker,
              (position, end) -> new RemoteEvents.Found(List.of(event(2)), new long[2]));

      remoteEvents.after(0, 2);

      assertThat(headTracker.recent(1)).isNull();
      assertThat(headTracker.recent(2)).isNull();
    }
  }

  private static TrackedEventMessage<?> event(long position) {
    return new GenericTrackedEventMessage<>(
        new GlobalSequenceTrackingToken(position), GenericEventMessage.asEventMessage("event"));
  }

  private static List<Long> positions(TrackingEventStream stream, int count)
      throws InterruptedException {
    try (stream) {
      List<Long> read = new ArrayList<>();
      while (read.size() < count) {
        read.add(stream.nextAvailable().trackingToken().position().orElseThrow());
      }
      return read;
    }
  }

  private static List<Long> range(long first, long last) {
    return LongStream.rangeClosed(first, last).boxed().toList();
  }
}
