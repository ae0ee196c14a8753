package io.daybook.app.processors;

import io.daybook.eventstore.EventTypes;
import io.daybook.eventstore.OvertakenLetters;
import io.daybook.eventstore.OvertakenLetters.Overtaken;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/// Tells at the start of sequences whose later events were handled before their dead letters, which an earlier
/// program may have left: a replay puts such a projection right.
@Component
class LetterOrder {
  private static final Logger LOG = LoggerFactory.getLogger(LetterOrder.class);
  private static final int SHOWN = 5;

  private final Processors processors;
  private final EventProcessingConfiguration configuration;
  private final EventTypes types;
  private final OvertakenLetters letters;

  LetterOrder(
      Processors processors,
      EventProcessingConfiguration configuration,
      EventTypes types,
      DataSource database) {
    this.processors = processors;
    this.configuration = configuration;
    this.types = types;
    this.letters = new OvertakenLetters(database);
  }

  @EventListener(ApplicationReadyEvent.class)
  void check() {
    Thread.ofVirtual()
        .name("letter-order")
        .start(() -> processors.streaming().forEach(this::check));
  }

  private void check(StreamingEventProcessor processor) {
    try {
      List<String> sequences = overtaken(processor);
      if (!sequences.isEmpty()) {
        LOG.warn(
            "{} has handled later events of {} sequences before their dead letters ({}): if it is"
                + " a projection, replay it",
            processor.getName(),
            sequences.size(),
            String.join(", ", sequences.subList(0, Math.min(SHOWN, sequences.size()))));
      }
    } catch (DataAccessException e) {
      LOG.debug("The order of dead letters could not be looked at", e);
    }
  }

  /// The sequences, each once.
  List<String> overtaken(StreamingEventProcessor processor) {
    String name = processor.getName();
    if (processors.deadLetters(name).filter(queue -> queue.size() > 0).isEmpty()) {
      return List.of();
    }
    return letters.of(name, processors.progression(processor).position()).stream()
        .filter(later -> isHandled(name, later))
        .map(Overtaken::sequence)
        .distinct()
        .toList();
  }

  private boolean isHandled(String processor, Overtaken later) {
    return configuration
        .sequencedDeadLetterProcessor(processor)
        .filter(
            handlers ->
                handlers instanceof EventHandlerInvoker invoker
                    && types.classOf(later.type()).filter(invoker::canHandleType).isPresent())
        .isPresent();
  }
}
