package io.daybook.app.processors;

import io.daybook.app.processors.ProcessorState.Kind;
import io.daybook.eventstore.ProcessorStates;
import io.daybook.eventstore.StoredTokens;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.AbstractEventProcessor;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventProcessor;
import org.axonframework.eventhandling.MultiEventHandlerInvoker;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.deadletter.SequencedDeadLetterProcessor;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// The streaming processors of this node, and what is known about each.
@Component
public class Processors {
  private static final String PROJECTION = "projection-";

  private final EventProcessingConfiguration configuration;
  private final EventStore events;
  private final StoredTokens tokens;
  private final StuckEvents stuckEvents;
  private final ProgressWatch progress;
  private final ProcessorStates stored;

  /// @param patience after which a processor that makes no progress is called stuck
  Processors(
      EventProcessingConfiguration configuration,
      EventStore events,
      StoredTokens tokens,
      StuckEvents stuckEvents,
      ProcessorStates stored,
      @Value("${daybook.processors.stuck-after:30s}") Duration patience) {
    this.configuration = configuration;
    this.events = events;
    this.tokens = tokens;
    this.stuckEvents = stuckEvents;
    this.stored = stored;
    this.progress = new ProgressWatch(System::nanoTime, patience);
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

  /// Axon knows that of event handlers; that of a process is among what its processor hands events to.
  @SuppressWarnings("unchecked") // nobody handles letters of anything but events
  Optional<SequencedDeadLetterProcessor<EventMessage<?>>> letterProcessor(String processor) {
    return named(processor)
        .map(it -> ((AbstractEventProcessor) it).eventHandlerInvoker())
        .filter(MultiEventHandlerInvoker.class::isInstance)
        .stream()
        .flatMap(it -> ((MultiEventHandlerInvoker) it).delegates().stream())
        .filter(SequencedDeadLetterProcessor.class::isInstance)
        .map(it -> (SequencedDeadLetterProcessor<EventMessage<?>>) it)
        .findFirst();
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
        progression.isReplaying(),
        processor.isRunning() ? stuck(name, position, head).orElse(null) : null);
  }

  /// Those that make no progress though there is something to do, by their names.
  Map<String, StuckAt> stuck() {
    long head = head();
    Map<String, StuckAt> stuck = new TreeMap<>();
    streaming()
        .filter(StreamingEventProcessor::isRunning)
        .forEach(
            processor ->
                stuck(processor.getName(), progression(processor).position(), head)
                    .ifPresent(at -> stuck.put(processor.getName(), at)));
    return stuck;
  }

  private Optional<StuckAt> stuck(String processor, long position, long head) {
    return progress
        .look(processor, position, head)
        .map(still -> stuckEvents.at(position + 1, still));
  }

  private static @Nullable String error(Progression progression, boolean stale) {
    return progression.errors().stream()
        .findFirst()
        .map(Throwable::toString)
        .orElse(stale ? StaleProcessors.SENTENCE : null);
  }
}
