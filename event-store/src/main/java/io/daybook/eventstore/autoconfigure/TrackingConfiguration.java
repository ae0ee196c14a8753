package io.daybook.eventstore.autoconfigure;

import io.daybook.eventstore.DeadLetterQueues;
import io.daybook.eventstore.ProcessorStates;
import io.daybook.eventstore.TypeAliases;
import io.daybook.eventstore.batch.BackOff;
import io.daybook.eventstore.batch.PromptCoordinator;
import io.daybook.eventstore.deadletter.DeadLetterQueue;
import io.daybook.eventstore.deadletter.LetterRows;
import io.daybook.eventstore.json.AliasSerializer;
import io.daybook.eventstore.postgres.Schemas;
import io.daybook.eventstore.token.PostgresTokenStore;
import io.daybook.eventstore.token.TokenCheck;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.deadletter.jdbc.DeadLetterSchema;
import org.axonframework.eventhandling.deadletter.jdbc.JdbcSequencedDeadLetterQueue;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.modelling.saga.repository.SagaStore;
import org.axonframework.modelling.saga.repository.jdbc.JdbcSagaStore;
import org.axonframework.serialization.Serializer;
import org.axonframework.springboot.util.DeadLetterQueueProviderConfigurerModule;
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
      DataSource database, Serializer serializer, EngineProperties properties) {
    return new PostgresTokenStore(database, serializer, properties.claimTimeout());
  }

  @Bean
  @ConditionalOnMissingBean
  ProcessorStates processorStates(DataSource database) {
    return new ProcessorStates(database);
  }

  /// Before any processor starts.
  @Bean(initMethod = "run")
  @DependsOnDatabaseInitialization
  TokenCheck tokenCheck(DataSource database, Serializer serializer, EngineProperties properties) {
    return new TokenCheck(database, serializer, properties.tokensBeyondHead());
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
  @ConditionalOnMissingBean
  DeadLetterQueues deadLetterQueues(
      DataSource database,
      ConnectionProvider connections,
      TransactionManager transactions,
      DeadLetterSchema schema,
      @Qualifier("eventSerializer") Serializer eventSerializer,
      Serializer serializer) {
    return processor ->
        new DeadLetterQueue(
            processor,
            JdbcSequencedDeadLetterQueue.<EventMessage<?>>builder()
                .connectionProvider(connections)
                .transactionManager(transactions)
                .schema(schema)
                .genericSerializer(serializer)
                .eventSerializer(eventSerializer),
            database,
            new LetterRows(schema, serializer, eventSerializer));
  }

  /// Takes the place of Axon's module of the same type, which leaves a processor without dead letters
  /// unless a property names it.
  @Bean
  @ConditionalOnMissingBean
  DeadLetterQueueProviderConfigurerModule deadLetters(DeadLetterQueues queues) {
    return new DeadLettersForAll(processor -> axon -> queues.of(processor));
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
