package io.daybook.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.example.lamp.ForeignNode;
import com.example.lamp.Guarantee;
import com.example.lamp.LampApplication;
import com.example.lamp.LampCommand;
import com.example.lamp.LampEvent;
import com.example.lamp.LampTest;
import com.example.lamp.Rooms;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.MergedTrackingToken;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.deadletter.SequencedDeadLetterProcessor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ProcessorsTest extends LampTest {

  @Autowired EventProcessingConfiguration processing;
  @Autowired EventStore events;
  @Autowired Positions positions;
  @Autowired TokenStore tokens;

  @Test
  void a_processor_gets_every_event() {
    String lamp = installed();
    light(lamp, 3);

    await().until(() -> rooms.seenOf(lamp).size() == 2);
  }

  @Test
  void a_saga_has_its_state_at_the_next_event() {
    String lamp = installedIn("study");
    light(lamp, 1);
    await().until(() -> Guarantee.COUNTS.contains("study 1"));
    light(lamp, 2);

    await().until(() -> Guarantee.COUNTS.contains("study 2"));
  }

  @Test
  void a_saga_that_failed_gets_the_event_again() {
    String lamp = installedIn("lobby");
    Guarantee.FAILURES.set(1);
    light(lamp, 1);

    await().until(() -> Guarantee.COUNTS.contains("lobby 1"));
    assertThat(Guarantee.FAILURES).hasValue(0);
  }

  @Test
  void an_event_that_another_node_appended_is_seen_too() {
    String lamp = newLamp();
    new ForeignNode(database)
        .append(
            lamp,
            0,
            "lamp.LampInstalled",
            "1",
            "{\"lamp\":\"%s\",\"room\":\"loft\"}".formatted(lamp));

    await().until(() -> rooms.seenOf(lamp).size() == 1);
  }

  @Test
  void a_replay_ends_and_its_position_says_so() {
    String lamp = installed();
    await().until(() -> rooms.seenOf(lamp).size() == 1);
    StreamingEventProcessor processor = processor(Rooms.PROCESSOR);
    long head = positions.head();

    processor.shutDown();
    processor.resetTokens();
    processor.start();

    await().until(() -> covers(processor, head));
    assertThat(rooms.replayed).contains(new LampEvent.Installed(lamp, "kitchen"));
    assertThat(rooms.replayed).doesNotHaveDuplicates();
    String next = installed();
    await().until(() -> rooms.seenOf(next).size() == 1);
  }

  @Test
  void sagas_cannot_be_reset() {
    StreamingEventProcessor saga = processor(Guarantee.PROCESSOR);
    saga.shutDown();
    try {
      assertThat(saga.supportsReset()).isFalse();
      assertThatThrownBy(saga::resetTokens).isInstanceOf(IllegalStateException.class);
    } finally {
      saga.start();
    }
  }

  @Test
  void a_poisoned_event_parks_its_own_sequence_only_and_can_be_tried_again() {
    String bad = newLamp();
    rooms.poisoned.add(bad);
    commands.sendAndWait(new LampCommand.Install(bad, "cellar"));
    light(bad, 9);
    String good = installed();

    await().until(() -> rooms.seenOf(good).size() == 1);
    await().until(() -> letters(bad) == 2);
    assertThat(rooms.seenOf(bad)).isEmpty();

    rooms.poisoned.remove(bad);
    retry(bad);

    assertThat(rooms.seenOf(bad)).hasSize(2);
    assertThat(letters(bad)).isZero();
  }

  @Test
  void an_event_that_upcasters_drop_leaves_no_processor_behind() {
    new ForeignNode(database).append(newLamp(), 0, LampApplication.DROPPED, "1", "{}");
    long head = positions.head();

    await().until(() -> covers(processor(Rooms.PROCESSOR), head));
  }

  @Test
  void after_a_merge_each_half_gets_only_what_is_new_to_it() {
    StreamingEventProcessor processor = processor(Rooms.PROCESSOR);
    processor.shutDown();
    long before = positions.head();
    List<String> lamps = IntStream.range(0, 20).mapToObj(_ -> installed()).toList();
    merge(positions.head(), before);

    processor.start();

    Segment lower = Segment.computeSegment(0, 0, 1);
    await().until(() -> covers(processor, positions.head(), 1));
    assertThat(lamps.stream().filter(lamp -> !lower.matches(lamp)))
        .isNotEmpty()
        .allMatch(lamp -> rooms.seenOf(lamp).size() == 1);
    assertThat(lamps.stream().filter(lower::matches)).isNotEmpty().allMatch(this::isUnseen);
    String next = installed();
    await().until(() -> rooms.seenOf(next).size() == 1);
    assertThat(processor.splitSegment(0).join()).isTrue();
  }

  private boolean isUnseen(String lamp) {
    return rooms.seenOf(lamp).isEmpty();
  }

  /// As Axon stores the token of two segments that were merged when one was ahead.
  private void merge(long lower, long upper) {
    tokens.fetchToken(Rooms.PROCESSOR, 0);
    tokens.fetchToken(Rooms.PROCESSOR, 1);
    tokens.storeToken(
        MergedTrackingToken.merged(
            new GlobalSequenceTrackingToken(lower), new GlobalSequenceTrackingToken(upper)),
        Rooms.PROCESSOR,
        0);
    tokens.deleteToken(Rooms.PROCESSOR, 1);
    tokens.releaseClaim(Rooms.PROCESSOR, 0);
  }

  @Test
  void a_reader_that_waits_is_called_when_an_event_arrives() throws InterruptedException {
    CountDownLatch called = new CountDownLatch(1);
    try (var stream = events.openStream(events.createHeadToken())) {
      assertThat(stream.hasNextAvailable()).isFalse();
      stream.setOnAvailableCallback(
          () -> {
            if (stream.hasNextAvailable()) {
              called.countDown();
            }
          });

      installed();

      assertThat(called.await(5, TimeUnit.SECONDS)).isTrue();
    }
  }

  private String installedIn(String room) {
    String lamp = newLamp();
    commands.sendAndWait(new LampCommand.Install(lamp, room));
    return lamp;
  }

  private void retry(String lamp) {
    SequencedDeadLetterProcessor<?> letters =
        processing.sequencedDeadLetterProcessor(Rooms.PROCESSOR).orElseThrow();
    letters.process(
        letter ->
            letter.message().getPayload() instanceof LampEvent event && event.lamp().equals(lamp));
  }

  private long letters(String lamp) {
    return database
        .sql(
            """
            SELECT count(*) FROM event_store.dead_letter
            WHERE tenant_id = 'shop' AND processor = ? AND stream = ?
            """)
        .params(Rooms.PROCESSOR, lamp)
        .query(Long.class)
        .single();
  }

  private boolean covers(StreamingEventProcessor processor, long position) {
    return covers(processor, position, 2);
  }

  private boolean covers(StreamingEventProcessor processor, long position, int segments) {
    return processor.processingStatus().size() == segments
        && processor.processingStatus().values().stream()
            .allMatch(status -> positions.covers(status.getTrackingToken(), position));
  }

  private StreamingEventProcessor processor(String name) {
    return processing.eventProcessor(name, StreamingEventProcessor.class).orElseThrow();
  }
}
