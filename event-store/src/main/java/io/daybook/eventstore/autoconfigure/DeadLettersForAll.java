package io.daybook.eventstore.autoconfigure;

import java.util.function.Function;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.axonframework.springboot.EventProcessorProperties;
import org.axonframework.springboot.util.DeadLetterQueueProviderConfigurerModule;

/// A dead-letter queue for every group of event handlers; sagas have none by Axon's design.
final class DeadLettersForAll extends DeadLetterQueueProviderConfigurerModule {

  private final Function<String, Queue> queues;

  /// Builds the queue of one group.
  @FunctionalInterface
  interface Queue extends Function<Configuration, SequencedDeadLetterQueue<EventMessage<?>>> {}

  DeadLettersForAll(Function<String, Queue> queues) {
    super(new EventProcessorProperties(), queues::apply);
    this.queues = queues;
  }

  @Override
  public void configureModule(Configurer configurer) {
    configurer.eventProcessing().registerDeadLetterQueueProvider(queues::apply);
  }
}
