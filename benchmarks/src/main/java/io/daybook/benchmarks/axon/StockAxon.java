package io.daybook.benchmarks.axon;

import javax.sql.DataSource;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.PostgresTokenTableFactory;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.json.JacksonSerializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/// The peer: Axon with its own schema and its own defaults, on the same connections.
///
/// It is a little faster than what its Spring Boot starter would set up, which takes a stack trace for
/// each unit of work besides: the comparison rather flatters the peer.
final class StockAxon {
  private final ConnectionProvider connections;
  private final TransactionManager transactions;
  private final Serializer json = JacksonSerializer.defaultSerializer();
  private final ArticleProjection projection;

  StockAxon(DataSource dataSource) {
    this.connections =
        new UnitOfWorkAwareConnectionProviderWrapper(
            new SpringDataSourceConnectionProvider(dataSource));
    this.transactions = new SpringTransactionManager(new DataSourceTransactionManager(dataSource));
    this.projection = new ArticleProjection.Plain(dataSource);
  }

  Configuration start() {
    projection.createTable();
    JdbcEventStorageEngine engine = engine();
    JdbcTokenStore tokens = tokens();
    transactions.executeInTransaction(
        () -> {
          engine.createSchema(PostgresEventTableFactory.INSTANCE);
          tokens.createSchema(PostgresTokenTableFactory.INSTANCE);
        });
    return DefaultConfigurer.defaultConfiguration()
        .configureTransactionManager(axon -> transactions)
        .configureSerializer(axon -> json)
        .configureEmbeddedEventStore(axon -> engine)
        .registerComponent(TokenStore.class, axon -> tokens)
        .configureAggregate(Article.class)
        .eventProcessing(processing -> processing.registerEventHandler(axon -> projection))
        .start();
  }

  private JdbcEventStorageEngine engine() {
    return JdbcEventStorageEngine.builder()
        .snapshotSerializer(json)
        .eventSerializer(json)
        .connectionProvider(connections)
        .transactionManager(transactions)
        .build();
  }

  private JdbcTokenStore tokens() {
    return JdbcTokenStore.builder().connectionProvider(connections).serializer(json).build();
  }
}
