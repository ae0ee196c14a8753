package io.daybook.eventstore;

import static org.awaitility.Awaitility.await;

import com.example.lamp.Guarantee;
import com.example.lamp.LampCommand;
import com.example.lamp.LampTest;
import com.example.lamp.Ledger;
import com.example.lamp.Rooms;
import com.example.shelf.Shelf;
import java.time.Duration;
import java.util.List;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.deadletter.jdbc.JdbcDeadLetter;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/// Three processors, and events that some of them cannot read or handle: these park their sequences, and the others
/// go on.
///
/// Axon's own sagas have no dead letters and stop at such an event, so theirs is not run here, and the application
/// is not one that others use.
@Import(Shelf.Wiring.class)
abstract class FaultyEventsCase extends LampTest {
  static final Duration PATIENCE = Duration.ofSeconds(20);
  static final List<String> PROCESSORS =
      List.of(Rooms.PROCESSOR, Ledger.PROCESSOR, Shelf.PROCESSOR);

  @Autowired EventProcessingConfiguration processing;
  @Autowired Shelf shelf;

  @BeforeEach
  void no_saga() {
    processing.eventProcessor(Guarantee.PROCESSOR).orElseThrow().shutDown();
  }

  @AfterEach
  void mend() {
    rooms.failing.clear();
    Shelf.OUT_OF_ORDER.clear();
    PROCESSORS.forEach(processor -> queue(processor).clear());
  }

  void install(String lamp) {
    commands.sendAndWait(new LampCommand.Install(lamp, "cellar"));
  }

  void awaitSeen(String lamp) {
    await().atMost(PATIENCE).until(() -> rooms.seenOf(lamp).size() == 1);
  }

  void awaitLetters(String processor, String lamp, long count) {
    await().atMost(PATIENCE).until(() -> letters(processor, lamp) == count);
  }

  long letters(String processor, String lamp) {
    return database
        .sql("SELECT count(*) FROM event_store.dead_letter WHERE processor = ? AND stream = ?")
        .params(processor, lamp)
        .query(Long.class)
        .single();
  }

  boolean retry(String processor, String lamp) {
    return processing
        .sequencedDeadLetterProcessor(processor)
        .orElseThrow()
        .process(letter -> isOf(letter, lamp));
  }

  static boolean isOf(DeadLetter<? extends EventMessage<?>> letter, String lamp) {
    return letter instanceof JdbcDeadLetter<?> stored
        && stored.getSequenceIdentifier().equals(lamp);
  }

  SequencedDeadLetterQueue<EventMessage<?>> queue(String processor) {
    return processing.deadLetterQueue(processor).orElseThrow();
  }
}
