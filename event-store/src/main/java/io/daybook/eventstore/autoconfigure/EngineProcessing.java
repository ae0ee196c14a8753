package io.daybook.eventstore.autoconfigure;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.config.EventProcessingConfigurer;
import org.axonframework.config.EventProcessingModule;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.SubscribableMessageSource;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;

/// Axon's event processing, which remembers what Axon does not tell: which processors subscribe. Their handlers
/// belong to the command whose events they are given. They fail it instead of leaving a dead letter, and what they
/// write is committed [after its events][CommitAfterAppend].
final class EngineProcessing extends EventProcessingModule {

  private final Set<String> subscribing = new HashSet<>();
  private final Set<String> registered = new HashSet<>();
  private final Map<String, String> processors = new HashMap<>();
  private Function<String, String> processorRule = Function.identity();
  private boolean subscribingByDefault;

  private boolean isSubscribingGroup(String group) {
    return isSubscribing(processors.getOrDefault(group, processorRule.apply(group)));
  }

  boolean isSubscribing(String processor) {
    return subscribing.contains(processor)
        || subscribingByDefault && !registered.contains(processor);
  }

  @Override
  public EventProcessingConfigurer registerDeadLetterQueueProvider(
      Function<String, Function<Configuration, SequencedDeadLetterQueue<EventMessage<?>>>>
          provider) {
    return super.registerDeadLetterQueueProvider(
        group -> isSubscribingGroup(group) ? null : provider.apply(group));
  }

  @Override
  public TransactionManager transactionManager(String processor) {
    TransactionManager transactions = super.transactionManager(processor);
    return isSubscribing(processor) ? new CommitAfterAppend(transactions) : transactions;
  }

  @Override
  public EventProcessingConfigurer registerSubscribingEventProcessor(
      String name,
      Function<Configuration, SubscribableMessageSource<? extends EventMessage<?>>> source) {
    subscribing.add(name);
    return super.registerSubscribingEventProcessor(name, source);
  }

  @Override
  public EventProcessingConfigurer registerEventProcessor(
      String name, EventProcessorBuilder builder) {
    registered.add(name);
    return super.registerEventProcessor(name, builder);
  }

  @Override
  public EventProcessingConfigurer usingSubscribingEventProcessors() {
    subscribingByDefault = true;
    return super.usingSubscribingEventProcessors();
  }

  @Override
  public EventProcessingConfigurer usingSubscribingEventProcessors(
      SubscribableMessageSourceDefinitionBuilder source) {
    subscribingByDefault = true;
    return super.usingSubscribingEventProcessors(source);
  }

  @Override
  public EventProcessingConfigurer usingTrackingEventProcessors() {
    subscribingByDefault = false;
    return super.usingTrackingEventProcessors();
  }

  @Override
  public EventProcessingConfigurer usingPooledStreamingEventProcessors() {
    subscribingByDefault = false;
    return super.usingPooledStreamingEventProcessors();
  }

  @Override
  public EventProcessingConfigurer registerEventProcessorFactory(EventProcessorBuilder builder) {
    subscribingByDefault = false;
    return super.registerEventProcessorFactory(builder);
  }

  @Override
  public EventProcessingConfigurer assignProcessingGroup(String group, String processor) {
    processors.put(group, processor);
    return super.assignProcessingGroup(group, processor);
  }

  @Override
  public EventProcessingConfigurer assignProcessingGroup(Function<String, String> rule) {
    processorRule = rule;
    return super.assignProcessingGroup(rule);
  }
}
