package io.daybook.eventstore.autoconfigure;

import com.zaxxer.hikari.HikariDataSource;
import io.daybook.eventstore.Claims;
import io.daybook.eventstore.DatabaseClock;
import io.daybook.eventstore.EngineBeans;
import io.daybook.eventstore.EventHistory;
import io.daybook.eventstore.GuardedReads;
import io.daybook.eventstore.IdempotencyRecords;
import io.daybook.eventstore.Positions;
import io.daybook.eventstore.StoreHealth;
import io.daybook.eventstore.TableChanges;
import io.daybook.eventstore.TypeAliases;
import io.daybook.eventstore.append.Appender;
import io.daybook.eventstore.append.OptimisticAssumptions;
import io.daybook.eventstore.append.StagedClaims;
import io.daybook.eventstore.append.StagedGuardedReads;
import io.daybook.eventstore.append.StagedIdempotencyRecords;
import io.daybook.eventstore.append.StagedTableChanges;
import io.daybook.eventstore.append.WriterLimits;
import io.daybook.eventstore.audit.MerkleLog;
import io.daybook.eventstore.format.MetadataFormat;
import io.daybook.eventstore.format.MetadataKeys;
import io.daybook.eventstore.format.RowSerializer;
import io.daybook.eventstore.format.TypeIds;
import io.daybook.eventstore.housekeeping.Housekeeping;
import io.daybook.eventstore.housekeeping.TableSizes;
import io.daybook.eventstore.json.AliasSerializer;
import io.daybook.eventstore.postgres.DuplicateKeys;
import io.daybook.eventstore.postgres.JdbcEventHistory;
import io.daybook.eventstore.postgres.JdbcPositions;
import io.daybook.eventstore.postgres.PostgresEventStorageEngine;
import io.daybook.eventstore.postgres.PostgresEventStorageEngine.Serialization;
import io.daybook.eventstore.postgres.PostgresEventStore;
import io.daybook.eventstore.postgres.Snapshots;
import io.daybook.eventstore.read.AggregateCache;
import io.daybook.eventstore.read.EventReader;
import io.daybook.eventstore.read.EventRows;
import io.daybook.eventstore.read.HeadTracker;
import io.daybook.eventstore.read.StreamCache;
import io.daybook.eventstore.read.Timeline;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.PersistenceExceptionResolver;
import org.axonframework.eventhandling.EventBusSpanFactory;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The store itself and the interfaces to it. An application with an event store of its own replaces these beans.
@Configuration(proxyBeanMethods = false)
class EngineConfiguration {

  @Bean
  @ConditionalOnMissingBean
  PersistenceExceptionResolver persistenceExceptionResolver() {
    return new DuplicateKeys();
  }

  @Bean
  @DependsOnDatabaseInitialization
  TypeIds eventTypeIds(DataSource database, Timeline timeline) {
    TypeIds types = new TypeIds(database);
    timeline.add(new Numbers(types::forget));
    return types;
  }

  @Bean
  @DependsOnDatabaseInitialization
  MetadataFormat metadataForm(DataSource database, Timeline timeline) {
    MetadataFormat metadata = new MetadataFormat(new MetadataKeys(database));
    timeline.add(new Numbers(metadata::forget));
    return metadata;
  }

  /// What a database that loses its last transactions may lose as well. Forgotten twice, since it may be read once more
  /// between.
  private record Numbers(Runnable cache) implements Timeline.Follower {
    @Override
    public void forget() {
      cache.run();
    }

    @Override
    public void restart(long head) {
      cache.run();
    }
  }

  @Bean
  EventRows eventRows(DataSource database, TypeIds types) {
    return new EventRows(database, types);
  }

  /// Sessions of a pool that are in use when events are lost are thrown away when they are given back: they may be
  /// sessions with the server that was primary before.
  @Bean
  Timeline timeline(DataSource database) throws SQLException {
    Timeline timeline = new Timeline();
    if (database.isWrapperFor(HikariDataSource.class)) {
      HikariDataSource pool = database.unwrap(HikariDataSource.class);
      timeline.add(_ -> pool.getHikariPoolMXBean().softEvictConnections());
    }
    return timeline;
  }

  @Bean
  StoreHealth storeHealth(HeadTracker headTracker, Appender appender) {
    return () -> headTracker.watch().problem().or(appender::problem);
  }

  @Bean
  DatabaseClock databaseClock(HeadTracker headTracker, DataSource database) {
    DatabaseClock clock = headTracker.watch().clock();
    long begun = System.nanoTime();
    long micros =
        JdbcClient.create(database)
            .sql("SELECT (extract(epoch FROM clock_timestamp()) * 1000000)::bigint")
            .query(Long.class)
            .single();
    clock.compare(micros, System.nanoTime() - begun);
    return clock;
  }

  @Bean(destroyMethod = "close")
  @DependsOnDatabaseInitialization
  HeadTracker headTracker(DataSource database, EngineProperties properties, Timeline timeline) {
    return new HeadTracker(
        database,
        properties.recentEvents(),
        properties.recentBytes().toBytes(),
        properties.fetchDelay(),
        timeline);
  }

  @Bean
  @DependsOnDatabaseInitialization
  StreamCache streamCache(DataSource database, EngineProperties properties, Timeline timeline) {
    return new StreamCache(
        database, properties.streamCache().toBytes(), properties.appendPatience(), timeline);
  }

  /// One for each type of aggregate that asks for it by this name.
  @Bean(EngineBeans.AGGREGATE_CACHE)
  @Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
  @ConditionalOnMissingBean(name = EngineBeans.AGGREGATE_CACHE)
  AggregateCache aggregateCache(StreamCache streams, EngineProperties properties) {
    return new AggregateCache(streams, properties.aggregateCache());
  }

  @Bean(destroyMethod = "close")
  @DependsOnDatabaseInitialization
  Appender appender(
      DataSource database,
      EngineProperties properties,
      TypeIds types,
      MetadataFormat metadata,
      HeadTracker headTracker,
      StreamCache cache,
      ObjectProvider<MerkleLog> log) {
    log.ifAvailable(kept -> cache.timeline().add(_ -> kept.forget()));
    return new Appender(
        database, limits(properties), types, metadata, headTracker, cache, log.getIfAvailable());
  }

  private static WriterLimits limits(EngineProperties properties) {
    return new WriterLimits(
        properties.batchRequests(),
        properties.batchBytes().toBytes(),
        properties.waitingRequests(),
        properties.waitingBytes().toBytes(),
        properties.appendBytes().toBytes(),
        properties.appendPatience());
  }

  @Bean
  EventReader eventReader(
      EventRows rows,
      HeadTracker headTracker,
      MetadataFormat metadata,
      @Qualifier("eventSerializer") Serializer eventSerializer,
      EngineProperties properties,
      StreamCache cache,
      org.axonframework.config.Configuration axon) {
    return new EventReader(
        rows,
        headTracker,
        new RowSerializer(eventSerializer, metadata),
        axon.upcasterChain(),
        properties.readSize(),
        cache);
  }

  @Bean
  @ConditionalOnMissingBean(EventStore.class)
  PostgresEventStorageEngine eventStorageEngine(
      Appender appender,
      DataSource database,
      TypeIds types,
      MetadataFormat metadata,
      EventReader reader,
      EventRows rows,
      StreamCache cache,
      Serializer serializer,
      @Qualifier("eventSerializer") Serializer eventSerializer,
      TypeAliases aliases,
      org.axonframework.config.Configuration axon) {
    Serialization serialization =
        new Serialization(
            new RowSerializer(eventSerializer, metadata),
            new RowSerializer(new AliasSerializer(serializer, aliases), metadata),
            axon.upcasterChain(),
            axon.snapshotFilter());
    return new PostgresEventStorageEngine(
        appender, new Snapshots(database, types, metadata), reader, rows, cache, serialization);
  }

  @Bean("eventBus")
  @Qualifier("eventStore")
  @ConditionalOnMissingBean(EventStore.class)
  PostgresEventStore eventStore(
      PostgresEventStorageEngine engine,
      EventReader reader,
      OptimisticAssumptions assumptions,
      org.axonframework.config.Configuration axon) {
    return new PostgresEventStore(
        engine,
        reader,
        assumptions,
        axon.messageMonitor(EventStore.class, "eventStore"),
        axon.getComponent(EventBusSpanFactory.class));
  }

  @Bean
  @ConditionalOnMissingBean
  Positions positions(EventRows rows) {
    return new JdbcPositions(rows);
  }

  @Bean
  @ConditionalOnMissingBean
  Claims claims(DataSource database, Appender appender, OptimisticAssumptions assumptions) {
    return new StagedClaims(database, appender, assumptions);
  }

  @Bean
  OptimisticAssumptions assumptions(Appender appender) {
    return new OptimisticAssumptions(appender);
  }

  @Bean
  @ConditionalOnMissingBean
  GuardedReads guardedReads(Appender appender) {
    return new StagedGuardedReads(appender);
  }

  @Bean
  @ConditionalOnMissingBean
  TableChanges tableChanges(Appender appender) {
    return new StagedTableChanges(appender);
  }

  @Bean
  @ConditionalOnMissingBean
  IdempotencyRecords idempotencyRecords(
      DataSource database, Appender appender, OptimisticAssumptions assumptions) {
    return new StagedIdempotencyRecords(database, appender, assumptions);
  }

  @Bean(initMethod = "start", destroyMethod = "close")
  @DependsOnDatabaseInitialization
  Housekeeping housekeeping(DataSource database, EngineProperties properties) {
    return new Housekeeping(database, properties.answersKept(), properties.housekeepingInterval());
  }

  @Bean
  TableSizes tableSizes(DataSource database) {
    return new TableSizes(database);
  }

  @Bean
  @ConditionalOnMissingBean
  EventHistory eventHistory(DataSource database, TypeIds types, MetadataFormat metadata) {
    return new JdbcEventHistory(database, types, metadata);
  }
}
