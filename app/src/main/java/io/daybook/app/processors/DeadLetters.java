package io.daybook.app.processors;

import io.daybook.kernel.Rejection;
import java.util.ArrayList;
import java.util.List;
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
    return letters().stream().map(Found::state).limit(limit).toList();
  }

  /// Handles the letter's whole sequence again, from its first letter on, until one fails.
  ///
  /// @return whether all of them could be handled
  boolean retry(String id) {
    Found found = found(id);
    String sequence = found.state.sequence();
    String processor = found.state.processor();
    SequencedDeadLetterProcessor<EventMessage<?>> letters =
        configuration
            .sequencedDeadLetterProcessor(processor)
            .or(() -> processors.letterProcessor(processor))
            .orElseThrow();
    boolean handled =
        letters.process(first -> DeadLetterState.of(processor, first).sequence().equals(sequence));
    if (!handled && found.queue.sequenceSize(sequence) == 0) {
      return true; // another retry was faster
    }
    return handled;
  }

  /// Lets the event go: this processor never sees it. The events behind it can then be retried.
  void discard(String id) {
    Found found = found(id);
    found.queue.evict(found.letter);
  }

  private Found found(String id) {
    return letters().stream()
        .filter(letter -> letter.state.id().equals(id))
        .findFirst()
        .orElseThrow(
            () -> Rejection.of(AdminRejection.DEAD_LETTER_NOT_FOUND).with("id", id, "a letter"));
  }

  private List<Found> letters() {
    List<Found> found = new ArrayList<>();
    processors
        .streaming()
        .map(EventProcessor::getName)
        .sorted()
        .forEach(
            name -> processors.deadLetters(name).ifPresent(queue -> collect(name, queue, found)));
    return found;
  }

  private static void collect(
      String processor, SequencedDeadLetterQueue<EventMessage<?>> queue, List<Found> found) {
    for (Iterable<DeadLetter<? extends EventMessage<?>>> sequence : queue.deadLetters()) {
      for (DeadLetter<? extends EventMessage<?>> letter : sequence) {
        found.add(new Found(DeadLetterState.of(processor, letter), letter, queue));
      }
    }
  }
}
