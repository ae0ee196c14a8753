package io.daybook.app.processors;

import io.daybook.eventstore.ParkedSequence;
import io.daybook.eventstore.batch.ChangedRows;
import io.daybook.kernel.Rejection;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventProcessor;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.SequencedDeadLetterProcessor;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.springframework.stereotype.Component;

/// What an operator does with events that could not be handled: look, try again, or let go.
@Component
class DeadLetters {
  private record Found(
      DeadLetterState state,
      DeadLetter<? extends EventMessage<?>> letter,
      SequencedDeadLetterQueue<EventMessage<?>> queue) {}

  private final Processors processors;
  private final EventProcessingConfiguration configuration;

  DeadLetters(Processors processors, EventProcessingConfiguration configuration) {
    this.processors = processors;
    this.configuration = configuration;
  }

  List<DeadLetterState> list(int limit) {
    return letters().map(Found::state).limit(limit).toList();
  }

  /// Handles the letter's whole sequence again, from its first letter on, until one fails.
  RetryOutcome retry(String id) {
    Found found = found(id);
    String sequence = found.state.sequence();
    String processor = found.state.processor();
    SequencedDeadLetterProcessor<EventMessage<?>> letters =
        configuration
            .sequencedDeadLetterProcessor(processor)
            .or(() -> processors.letterProcessor(processor))
            .orElseThrow();
    long before = found.queue.sequenceSize(sequence);
    ChangedRows changed = ChangedRows.during(() -> letters.process(new ParkedSequence(sequence)));
    long waiting = found.queue.sequenceSize(sequence);
    OptionalLong rows = changed.count();
    return new RetryOutcome(
        waiting == 0,
        Math.max(0, before - waiting),
        waiting,
        rows.isPresent() ? rows.getAsLong() : null);
  }

  /// Lets the event go: this processor never sees it. The events behind it can then be retried.
  void discard(String id) {
    Found found = found(id);
    found.queue.evict(found.letter);
  }

  private Found found(String id) {
    return letters()
        .filter(letter -> letter.state.id().equals(id))
        .findFirst()
        .orElseThrow(
            () -> Rejection.of(AdminRejection.DEAD_LETTER_NOT_FOUND).with("id", id, "a letter"));
  }

  /// Read page by page: there may be many.
  private Stream<Found> letters() {
    return processors.streaming().map(EventProcessor::getName).sorted().flatMap(this::letters);
  }

  private Stream<Found> letters(String processor) {
    return processors.deadLetters(processor).stream()
        .flatMap(
            queue ->
                stream(queue.deadLetters())
                    .flatMap(DeadLetters::stream)
                    .map(
                        letter -> new Found(DeadLetterState.of(processor, letter), letter, queue)));
  }

  private static <T> Stream<T> stream(Iterable<T> all) {
    return StreamSupport.stream(all.spliterator(), false);
  }
}
