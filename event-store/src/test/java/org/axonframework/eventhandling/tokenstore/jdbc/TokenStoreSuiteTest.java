package org.axonframework.eventhandling.tokenstore.jdbc;

import io.daybook.eventstore.JsonRules;
import io.daybook.eventstore.axon.Differs;
import io.daybook.eventstore.testing.TestDatabase;
import io.daybook.eventstore.token.PostgresTokenStore;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.PlatformTransactionManager;

/// The tests of a token store. Axon's class is not public, hence this package.
@ContextConfiguration(classes = TokenStoreSuiteTest.Stores.class, inheritLocations = false)
@Differs(
    in = "claimTokenConcurrentlyAfterTimeLimit",
    because = "The clock of PostgreSQL decides how old a claim is, not Axon's")
@Differs(
    in = "identifierReadIfAvailable",
    because = "The identifier of the token store is in a table of its own, not in a token")
class TokenStoreSuiteTest extends JdbcTokenStoreTest {

  /// As Axon's test has them, by their names.
  @Configuration
  static class Stores {

    private static final Serializer SERIALIZER =
        Jackson3Serializer.builder().jsonMapperBuilderCustomizer(new JsonRules(List.of())).build();

    private final DataSource database = TestDatabase.fresh();

    /// Axon's test does not close its connections.
    @Bean
    DataSource dataSource() {
      return new TransactionAwareDataSourceProxy(database);
    }

    @Bean
    PlatformTransactionManager platformTransactions() {
      return new DataSourceTransactionManager(database);
    }

    @Bean
    TransactionManager transactionManager(PlatformTransactionManager transactions) {
      return new SpringTransactionManager(transactions);
    }

    @Bean
    JdbcTokenStore tokenStore() {
      return store(Duration.ofSeconds(10));
    }

    @Bean
    JdbcTokenStore concurrentTokenStore() {
      return store(Duration.ofSeconds(2));
    }

    @Bean
    JdbcTokenStore stealingTokenStore() {
      return store(Duration.ofSeconds(-1));
    }

    private JdbcTokenStore store(Duration claimTimeout) {
      return new DelegatingTokenStore(
          database, SERIALIZER, new PostgresTokenStore(database, SERIALIZER, claimTimeout));
    }
  }
}
