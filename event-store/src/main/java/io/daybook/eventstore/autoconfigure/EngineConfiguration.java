package io.daybook.eventstore.autoconfigure;

import io.daybook.eventstore.Claims;
import io.daybook.eventstore.EventHistory;
import io.daybook.eventstore.IdempotencyRecords;
import io.daybook.eventstore.Positions;
import io.daybook.eventstore.postgres.DuplicateKeys;
import io.daybook.eventstore.postgres.JdbcClaims;
import io.daybook.eventstore.postgres.JdbcEventHistory;
import io.daybook.eventstore.postgres.JdbcIdempotencyRecords;
import io.daybook.eventstore.postgres.JdbcPositions;
import io.daybook.eventstore.postgres.PostgresEventStorageEngine;
import io.daybook.eventstore.postgres.PushingEventStore;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.PersistenceExceptionResolver;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventBusSpanFactory;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The store itself and the interfaces to it. Whoever brings an engine of its own replaces these.
@Configuration(proxyBeanMethods = false)
class EngineConfiguration {

  @Bean
  @ConditionalOnMissingBean
  PersistenceExceptionResolver persistenceExceptionResolver() {
    return new DuplicateKeys();
  }

  @Bean
  @ConditionalOnMissingBean({EventStorageEngine.class, EventStore.class})
  EventStorageEngine eventStorageEngine(
      Serializer serializer,
      @Qualifier("eventSerializer") Serializer eventSerializer,
      PersistenceExceptionResolver duplicates,
      ConnectionProvider connections,
      TransactionManager transactions,
      EngineProperties properties,
      org.axonframework.config.Configuration axon) {
    JdbcEventStorageEngine.Builder builder = JdbcEventStorageEngine.builder();
    builder
        .snapshotSerializer(serializer)
        .eventSerializer(eventSerializer)
        .upcasterChain(axon.upcasterChain())
        .persistenceExceptionResolver(duplicates)
        .snapshotFilter(axon.snapshotFilter())
        .batchSize(properties.readSize());
    return new PostgresEventStorageEngine(builder.connectionProvider(connections), transactions);
  }

  @Bean("eventBus")
  @Qualifier("eventStore")
  @ConditionalOnMissingBean(EventStore.class)
  EmbeddedEventStore eventStore(
      EventStorageEngine engine,
      EngineProperties properties,
      org.axonframework.config.Configuration axon) {
    return new PushingEventStore(
        EmbeddedEventStore.builder()
            .storageEngine(engine)
            .messageMonitor(axon.messageMonitor(EventStore.class, "eventStore"))
            .spanFactory(axon.getComponent(EventBusSpanFactory.class))
            .fetchDelay(properties.fetchDelay().toMillis()));
  }

  @Bean
  @ConditionalOnMissingBean
  Positions positions(DataSource dataSource) {
    return new JdbcPositions(dataSource);
  }

  @Bean
  @ConditionalOnMissingBean
  Claims claims(DataSource dataSource) {
    return new JdbcClaims(dataSource);
  }

  @Bean
  @ConditionalOnMissingBean
  IdempotencyRecords idempotencyRecords(DataSource dataSource) {
    return new JdbcIdempotencyRecords(dataSource);
  }

  @Bean
  @ConditionalOnMissingBean
  EventHistory eventHistory(DataSource dataSource) {
    return new JdbcEventHistory(dataSource);
  }
}
