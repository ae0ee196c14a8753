package io.daybook.app.processors;

import io.daybook.app.processors.ProcessorState.Kind;
import io.daybook.eventstore.ProcessorStates;
import io.daybook.eventstore.StoredTokens;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventProcessor;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The streaming processors of this node, and what is known about each.
@Component
public class Processors {
  private static final String PROJECTION = "projection-";

  private final EventProcessingConfiguration configuration;
  private final EventStore events;
  private final StoredTokens tokens;
  private final ProcessorStates stored;

  Processors(
      EventProcessingConfiguration configuration,
      EventStore events,
      StoredTokens tokens,
      ProcessorStates stored) {
    this.configuration = configuration;
    this.events = events;
    this.tokens = tokens;
    this.stored = stored;
  }

  public List<ProcessorState> states() {
    long head = head();
    Set<String> stale = stored.stale();
    return streaming()
        .sorted(Comparator.comparing(EventProcessor::getName))
        .map(processor -> state(processor, head, stale.contains(processor.getName())))
        .toList();
  }

  public static boolean isProjection(String name) {
    return name.startsWith(PROJECTION);
  }

  /// The position of the last event that is stored.
  long head() {
    return Progression.position(events.createHeadToken());
  }

  Optional<StreamingEventProcessor> named(String name) {
    return streaming().filter(processor -> processor.getName().equals(name)).findFirst();
  }

  /// By its own name or without the prefix: `projection-order` or `order`.
  Optional<StreamingEventProcessor> projection(String name) {
    return named(isProjection(name) ? name : PROJECTION + name);
  }

  Optional<SequencedDeadLetterQueue<EventMessage<?>>> deadLetters(String processor) {
    return configuration.deadLetterQueue(processor);
  }

  Stream<StreamingEventProcessor> streaming() {
    return configuration.eventProcessors().values().stream()
        .filter(StreamingEventProcessor.class::isInstance)
        .map(StreamingEventProcessor.class::cast);
  }

  Progression progression(StreamingEventProcessor processor) {
    return Progression.of(processor, tokens);
  }

  private ProcessorState state(StreamingEventProcessor processor, long head, boolean stale) {
    String name = processor.getName();
    Progression progression = progression(processor);
    long position = progression.position();
    return new ProcessorState(
        name,
        isProjection(name) ? Kind.PROJECTION : Kind.PROCESS,
        processor.isRunning(),
        progression.claimed(),
        position,
        head,
        Math.max(0, head - position),
        deadLetters(name).map(SequencedDeadLetterQueue::size).orElse(0L),
        error(progression, stale),
        progression.isReplaying());
  }

  private static @Nullable String error(Progression progression, boolean stale) {
    return progression.errors().stream()
        .findFirst()
        .map(Throwable::toString)
        .orElse(stale ? StaleProcessors.SENTENCE : null);
  }
}
