package io.daybook.eventstore.autoconfigure;

import io.daybook.eventstore.batch.Parking;
import java.util.function.Function;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.EventProcessingConfigurer;
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
    EventProcessingConfigurer processing = configurer.eventProcessing();
    processing.registerDeadLetterQueueProvider(
        group -> {
          completeInvoker(processing, group);
          return queues.apply(group);
        });
  }

  /// Has every event at fault parked. Axon has no default for this; it asks for the queue of a group before it looks up
  /// the group's settings.
  private static void completeInvoker(EventProcessingConfigurer processing, String group) {
    processing.registerDeadLetteringEventHandlerInvokerConfiguration(
        group,
        (axon, invoker) ->
            Parking.guard(
                invoker,
                axon.eventProcessingConfiguration().sequencingPolicy(group),
                axon.eventProcessingConfiguration().deadLetterPolicy(group).orElseThrow()));
  }
}
