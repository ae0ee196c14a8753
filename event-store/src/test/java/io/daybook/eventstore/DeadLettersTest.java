package io.daybook.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.example.lamp.LampCommand;
import com.example.lamp.LampEvent;
import com.example.lamp.LampTest;
import com.example.lamp.Ledger;
import com.example.lamp.Rooms;
import io.daybook.eventstore.batch.ChangedRows;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.sql.DataSource;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// The letters of a processor, whoever puts them there and however many there are.
class DeadLettersTest extends LampTest {

  private static final String ELSEWHERE = "rebuild-lamp";
  private static final int MORE_THAN_AXON_TAKES = 1_030;

  @Autowired EventProcessingConfiguration processing;
  @Autowired ProcessorStates states;
  @Autowired Positions positions;
  @Autowired DataSource source;

  @AfterEach
  void no_letter_is_left() {
    rooms.poisoned.clear();
    database.sql("DELETE FROM event_store.dead_letter").update();
  }

  @Test
  void a_letter_that_came_with_a_swap_holds_back_later_events_of_its_sequence() {
    String lamp = installed();
    light(lamp, Ledger.REFUSED);
    await().until(() -> lettersOf(Ledger.PROCESSOR, lamp) == 1);
    states.handOverDeadLetters(Ledger.PROCESSOR, ELSEWHERE);
    light(lamp, 2);
    await().until(() -> ledger(lamp).equals(List.of(2))); // the processor knows of no letter

    states.handOverDeadLetters(ELSEWHERE, Ledger.PROCESSOR);
    light(lamp, 3);

    await().until(() -> lettersOf(Ledger.PROCESSOR, lamp) == 2);
    assertThat(ledger(lamp)).containsExactly(2);
    database.sql("ALTER TABLE lamp.ledger DROP CONSTRAINT lucky").update();
    try {
      assertThat(process(Ledger.PROCESSOR, lamp)).isTrue();
      assertThat(ledger(lamp)).containsExactly(3);
    } finally {
      database
          .sql("ALTER TABLE lamp.ledger ADD CONSTRAINT lucky CHECK (brightness <> 13) NOT VALID")
          .update();
    }
  }

  private List<Integer> ledger(String lamp) {
    return database
        .sql("SELECT brightness FROM lamp.ledger WHERE lamp = ?")
        .param(lamp)
        .query(Integer.class)
        .list();
  }

  @Test
  void a_letter_that_was_overtaken_is_told_of() {
    OvertakenLetters letters = new OvertakenLetters(source);
    String lamp = parked();
    light(lamp, 1);
    await().until(() -> letters(lamp) == 2);
    assertThat(letters.of(Rooms.PROCESSOR, positions.head())).isEmpty();

    database
        .sql("DELETE FROM event_store.dead_letter WHERE stream = ? AND sequence = 1")
        .param(lamp)
        .update();

    assertThat(letters.of(Rooms.PROCESSOR, positions.head()))
        .containsExactly(new OvertakenLetters.Overtaken(lamp, "lamp.LampLit"));
    assertThat(letters.of(Rooms.PROCESSOR, 0)).isEmpty();
  }

  @Test
  void a_letter_of_another_sequence_holds_back_nothing() {
    String bad = parked();
    states.handOverDeadLetters(Rooms.PROCESSOR, ELSEWHERE);
    rooms.poisoned.clear();
    String good = installed();
    await().until(() -> rooms.seenOf(good).size() == 1);

    states.handOverDeadLetters(ELSEWHERE, Rooms.PROCESSOR);
    light(good, 3);

    await().until(() -> brightness(good).equals(List.of(3)));
    assertThat(letters(bad)).isEqualTo(1);
  }

  @Test
  void a_sequence_that_was_emptied_by_hand_goes_on() {
    String lamp = parked();
    rooms.poisoned.clear();
    database.sql("DELETE FROM event_store.dead_letter WHERE stream = ?").param(lamp).update();

    light(lamp, 4);

    await().until(() -> brightness(lamp).equals(List.of(4)));
  }

  @Test
  void a_sequence_takes_more_letters_than_axon_would_and_others_go_on() {
    String bad = parked();
    copies("sequence_id", "number");
    light(bad, 2);
    await().until(() -> letters(bad) == MORE_THAN_AXON_TAKES + 2);

    String good = installed();
    await().until(() -> rooms.seenOf(good).size() == 1);
    assertThat(StreamSupport.stream(queue().deadLetterSequence(bad).spliterator(), false))
        .hasSize(MORE_THAN_AXON_TAKES + 2)
        .doesNotHaveDuplicates();
    rooms.poisoned.clear();
    assertThat(retry(bad)).isTrue();
    assertThat(letters(bad)).isZero();
  }

  @Test
  void more_sequences_are_parked_than_axon_would_take() {
    parked();
    copies("'other-' || number", "0");
    String bad = parked();

    assertThat(queue().amountOfSequences()).isEqualTo(MORE_THAN_AXON_TAKES + 2);
    String good = installed();
    await().until(() -> rooms.seenOf(good).size() == 1);
    light(bad, 2);
    await().until(() -> letters(bad) == 2);
  }

  @Test
  void each_of_many_sequences_can_be_tried_again() {
    List<String> lamps = IntStream.range(0, 15).mapToObj(_ -> parked()).toList();
    rooms.poisoned.clear();

    assertThat(lamps.reversed()).allMatch(this::retry);
  }

  @Test
  void a_retry_tells_how_many_rows_it_has_changed() {
    String lamp = installed();
    database.sql("ALTER TABLE lamp.ledger ADD CONSTRAINT dark CHECK (brightness <> 77)").update();
    light(lamp, 77);
    light(lamp, 78);
    await().until(() -> lettersOf(Ledger.PROCESSOR, lamp) == 2);
    database.sql("ALTER TABLE lamp.ledger DROP CONSTRAINT dark").update();

    ChangedRows changed = ChangedRows.during(() -> process(Ledger.PROCESSOR, lamp));

    assertThat(changed.count()).isEqualTo(OptionalLong.of(2));
  }

  private String parked() {
    String lamp = newLamp();
    rooms.poisoned.add(lamp);
    commands.sendAndWait(new LampCommand.Install(lamp, "cellar"));
    await().until(() -> letters(lamp) == 1);
    return lamp;
  }

  /// Of the one letter that is there.
  private void copies(String sequence, String index) {
    database
        .sql(
            """
            INSERT INTO event_store.dead_letter
              (letter_id, processor, sequence_id, sequence_index, message_type, event_id, recorded_at,
               type, revision, payload, metadata, aggregate_type, stream, sequence, token_type, token,
               enqueued_at, last_touched_at, diagnostics)
            SELECT gen_random_uuid(), processor, %s, sequence_index + %s, message_type,
              event_id, recorded_at, type, revision, payload, metadata, aggregate_type, stream, sequence,
              token_type, token, enqueued_at, last_touched_at, diagnostics
            FROM event_store.dead_letter, generate_series(1, %d) AS number WHERE processor = ?
            """
                .formatted(sequence, index, MORE_THAN_AXON_TAKES))
        .param(Rooms.PROCESSOR)
        .update();
  }

  private boolean retry(String lamp) {
    return process(Rooms.PROCESSOR, lamp);
  }

  private boolean process(String processor, String lamp) {
    return processing
        .sequencedDeadLetterProcessor(processor)
        .orElseThrow()
        .process(new ParkedSequence(lamp));
  }

  private SequencedDeadLetterQueue<EventMessage<?>> queue() {
    return processing.deadLetterQueue(Rooms.PROCESSOR).orElseThrow();
  }

  private List<Integer> brightness(String lamp) {
    return rooms.seenOf(lamp).stream()
        .flatMap(
            event -> event instanceof LampEvent.Lit lit ? Stream.of(lit.brightness()) : Stream.of())
        .toList();
  }

  private long letters(String lamp) {
    return lettersOf(Rooms.PROCESSOR, lamp);
  }

  private long lettersOf(String processor, String lamp) {
    return database
        .sql("SELECT count(*) FROM event_store.dead_letter WHERE processor = ? AND sequence_id = ?")
        .params(processor, lamp)
        .query(Long.class)
        .single();
  }
}
