package io.daybook.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.example.lamp.LampEvent;
import com.example.lamp.LampTest;
import com.example.lamp.Ledger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// A projection that writes once for many events, when PostgreSQL refuses something of it.
class BatchesTest extends LampTest {

  @Autowired EventProcessingConfiguration processing;
  @Autowired EventStore events;
  @Autowired Ledger ledger;

  private final List<DomainEventMessage<?>> together = new ArrayList<>();

  @AfterEach
  void mend() {
    database.sql("TRUNCATE lamp.outage").update();
    processing.deadLetterQueue(Ledger.PROCESSOR).orElseThrow().clear();
  }

  @Test
  void events_of_one_lamp_are_written_in_their_order() {
    String lamp = newLamp();
    lit(lamp, 1, 2, 3);
    append();

    awaitRow(lamp, 3, 3);
    assertThat(told(lamp)).isEqualTo(3);
  }

  @Test
  void only_the_sequence_of_the_refused_event_is_parked() {
    String before = newLamp();
    String bad = newLamp();
    String after = newLamp();
    lit(before, 1, 2);
    lit(bad, 5, Ledger.REFUSED, 7);
    lit(after, 3);
    append();

    awaitRow(after, 3, 1);
    awaitRow(before, 2, 2);
    awaitRow(bad, 5, 1);
    await().until(() -> letters(bad) == 2);
    assertThat(letters(before) + letters(after)).isZero();
    assertThat(told(bad)).isEqualTo(1);
    assertThat(told(before)).isEqualTo(2);
    assertThat(errors()).isEmpty();
  }

  @Test
  void a_row_that_cannot_be_sent_parks_its_sequence_alone() {
    String before = newLamp();
    String bad = newLamp();
    String after = newLamp();
    lit(before, 1, 2);
    lit(bad, 5, Ledger.UNSENDABLE, 7);
    lit(after, 3);
    append();

    awaitRow(after, 3, 1);
    awaitRow(before, 2, 2);
    awaitRow(bad, 5, 1);
    await().until(() -> letters(bad) == 2);
    assertThat(letters(before) + letters(after)).isZero();
    assertThat(retry()).isFalse();
    assertThat(letters(bad)).isEqualTo(2);
  }

  @Test
  void a_parked_event_that_is_written_on_its_second_try_is_followed_by_those_behind_it() {
    String bad = newLamp();
    lit(bad, Ledger.REFUSED, 7);
    append();
    await().until(() -> letters(bad) == 2);

    assertThat(retry()).isFalse();
    assertThat(letters(bad)).isEqualTo(2);
    database.sql("ALTER TABLE lamp.ledger DROP CONSTRAINT lucky").update();
    try {
      assertThat(retry()).isTrue();
      awaitRow(bad, 7, 2);
      assertThat(letters(bad)).isZero();
    } finally {
      database
          .sql("ALTER TABLE lamp.ledger ADD CONSTRAINT lucky CHECK (brightness <> 13) NOT VALID")
          .update();
    }
  }

  @Test
  void large_events_are_written_before_the_last_and_a_refused_one_still_parks_its_sequence_only() {
    String good = newLamp();
    String bad = newLampBeside(good);
    String room = "r".repeat(3 << 20);
    together.add(
        new GenericDomainEventMessage<>("Lamp", good, 0, new LampEvent.Installed(good, room)));
    lit(bad, Ledger.REFUSED, 7);
    for (int large = 1; large <= 6; large++) {
      together.add(
          new GenericDomainEventMessage<>(
              "Lamp", good, large, new LampEvent.Installed(good, room)));
    }
    together.add(new GenericDomainEventMessage<>("Lamp", good, 7, new LampEvent.Lit(good, 3)));
    append();

    awaitRow(good, 3, 1);
    await().until(() -> letters(bad) == 2);
    assertThat(letters(good)).isZero();
    assertThat(told(good)).isEqualTo(1);
    assertThat(ledger.installed).contains(good);
  }

  /// In the same segment.
  private static String newLampBeside(String other) {
    Segment half = Segment.computeSegment(0, 0, 1);
    return Stream.generate(LampTest::newLamp)
        .filter(lamp -> half.matches(lamp) == half.matches(other))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void an_outage_parks_nothing_and_is_waited_out() {
    String lamp = newLamp();
    database.sql("INSERT INTO lamp.outage VALUES (1)").update();
    lit(lamp, 1, 2);
    append();
    await().atMost(Duration.ofSeconds(20)).until(() -> failures() > 1);

    assertThat(letters(lamp)).isZero();
    database.sql("TRUNCATE lamp.outage").update();
    awaitRow(lamp, 2, 2);
    assertThat(letters(lamp)).isZero();
    assertThat(told(lamp)).isEqualTo(2);
  }

  private void lit(String lamp, int... brightness) {
    for (int i = 0; i < brightness.length; i++) {
      together.add(
          new GenericDomainEventMessage<>("Lamp", lamp, i, new LampEvent.Lit(lamp, brightness[i])));
    }
  }

  private void append() {
    events.publish(together);
  }

  private void awaitRow(String lamp, int brightness, int times) {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(
                        database
                            .sql("SELECT brightness, times FROM lamp.ledger WHERE lamp = ?")
                            .param(lamp)
                            .query()
                            .listOfRows())
                    .containsExactly(Map.of("brightness", brightness, "times", times)));
  }

  private long told(String lamp) {
    return ledger.told.stream().filter(event -> event.lamp().equals(lamp)).count();
  }

  private boolean retry() {
    return processing
        .sequencedDeadLetterProcessor(Ledger.PROCESSOR)
        .orElseThrow()
        .process(letter -> true);
  }

  private long letters(String lamp) {
    return database
        .sql("SELECT count(*) FROM event_store.dead_letter WHERE processor = ? AND stream = ?")
        .params(Ledger.PROCESSOR, lamp)
        .query(Long.class)
        .single();
  }

  /// A sequence is not rolled back.
  private long failures() {
    return database
        .sql("SELECT CASE WHEN is_called THEN last_value ELSE 0 END FROM lamp.failures")
        .query(Long.class)
        .single();
  }

  private List<Throwable> errors() {
    return processing
        .eventProcessor(Ledger.PROCESSOR, StreamingEventProcessor.class)
        .orElseThrow()
        .processingStatus()
        .values()
        .stream()
        .filter(EventTrackerStatus::isErrorState)
        .map(EventTrackerStatus::getError)
        .toList();
  }
}
