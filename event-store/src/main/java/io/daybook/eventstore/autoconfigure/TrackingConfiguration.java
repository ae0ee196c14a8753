package io.daybook.eventstore.autoconfigure;

import io.daybook.eventstore.DeadLetterQueues;
import io.daybook.eventstore.ProcessorStates;
import io.daybook.eventstore.TypeAliases;
import io.daybook.eventstore.batch.BackOff;
import io.daybook.eventstore.batch.PromptCoordinator;
import io.daybook.eventstore.deadletter.StoreDeadLetters;
import io.daybook.eventstore.format.MetadataFormat;
import io.daybook.eventstore.format.RowSerializer;
import io.daybook.eventstore.json.AliasSerializer;
import io.daybook.eventstore.postgres.Schemas;
import io.daybook.eventstore.read.HeadTracker;
import io.daybook.eventstore.read.Timeline;
import io.daybook.eventstore.token.PostgresTokenStore;
import io.daybook.eventstore.token.TokenCheck;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.config.EventProcessingModule;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.deadletter.jdbc.DeadLetterSchema;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.modelling.saga.repository.SagaStore;
import org.axonframework.modelling.saga.repository.jdbc.JdbcSagaStore;
import org.axonframework.serialization.Serializer;
import org.axonframework.springboot.util.DeadLetterQueueProviderConfigurerModule;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What is stored of processors and sagas: tokens, states and dead letters.
@Configuration(proxyBeanMethods = false)
class TrackingConfiguration {

  @Bean
  @ConditionalOnMissingBean(TokenStore.class)
  PostgresTokenStore tokenStore(
      DataSource database, Serializer serializer, EngineProperties properties, Timeline timeline) {
    return new PostgresTokenStore(database, serializer, properties.claimTimeout(), timeline);
  }

  @Bean
  @ConditionalOnMissingBean
  ProcessorStates processorStates(DataSource database) {
    return new ProcessorStates(database);
  }

  /// Before any processor starts.
  @Bean(initMethod = "run")
  @DependsOnDatabaseInitialization
  TokenCheck tokenCheck(
      DataSource database,
      Serializer serializer,
      EngineProperties properties,
      HeadTracker headTracker) {
    TokenCheck check = new TokenCheck(database, serializer, properties.tokensBeyondHead());
    headTracker.watch().whenEventsAreLost(check::goBack);
    return check;
  }

  /// Before a processor handles events that it has read a while ago.
  @Bean
  ConfigurerModule lostEvents(ObjectProvider<TokenStore> tokens) {
    return configurer ->
        configurer
            .eventProcessing()
            .registerDefaultHandlerInterceptor(
                (_, processor) -> new LostEventsInterceptor(tokens.getObject(), processor));
  }

  @Bean
  @ConditionalOnMissingBean(SagaStore.class)
  JdbcSagaStore sagaStore(
      ConnectionProvider connections, Serializer serializer, TypeAliases aliases) {
    return JdbcSagaStore.builder()
        .connectionProvider(connections)
        .sqlSchema(Schemas.sagas())
        .serializer(new AliasSerializer(serializer, aliases))
        .build();
  }

  @Bean
  @ConditionalOnMissingBean
  DeadLetterSchema deadLetterSchema() {
    return Schemas.deadLetters();
  }

  @Bean
  @ConditionalOnMissingBean({EventProcessingModule.class, EventProcessingConfiguration.class})
  EventProcessingModule eventProcessingModule() {
    return new EngineProcessing();
  }

  @Bean
  @ConditionalOnMissingBean
  DeadLetterQueues deadLetterQueues(
      DataSource database,
      ConnectionProvider connections,
      TransactionManager transactions,
      DeadLetterSchema schema,
      @Qualifier("eventSerializer") Serializer eventSerializer,
      Serializer serializer,
      MetadataFormat metadata,
      org.axonframework.config.Configuration axon) {
    return new StoreDeadLetters(
        database,
        connections,
        transactions,
        schema,
        serializer,
        new RowSerializer(eventSerializer, metadata),
        axon.upcasterChain());
  }

  /// Takes the place of Axon's module of the same type, which leaves a processor without dead letters
  /// unless a property names it. It is made before Axon's configuration is, which the queues need.
  @Bean
  @ConditionalOnMissingBean
  DeadLetterQueueProviderConfigurerModule deadLetters(ObjectProvider<DeadLetterQueues> queues) {
    return new DeadLettersForAll(processor -> _ -> queues.getObject().of(processor));
  }

  /// By default Axon logs what a saga's handler throws and goes on with the next event: the saga would have missed
  /// one. Here the processor stops at the event and tries it again.
  @Bean
  ConfigurerModule pooledProcessors(EngineProperties properties, BackOff backOff) {
    return configurer ->
        configurer
            .eventProcessing()
            .usingPooledStreamingEventProcessors()
            .registerDefaultListenerInvocationErrorHandler(
                axon -> PropagatingErrorHandler.instance())
            .registerPooledStreamingEventProcessorConfiguration(
                (axon, processor) ->
                    processor
                        .coordinatorExecutor(
                            name -> {
                              PromptCoordinator coordinator = new PromptCoordinator(name, backOff);
                              axon.onShutdown(coordinator::shutdown);
                              return coordinator;
                            })
                        .batchSize(properties.batchSize())
                        .claimExtensionThreshold(properties.claimExtension().toMillis())
                        .initialSegmentCount(properties.segments()));
  }
}
