package io.daybook.eventstore.autoconfigure;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.DelegatingDataSource;

@Configuration(proxyBeanMethods = false)
class MigrationConfiguration {

  @Bean
  FlywayConfigurationCustomizer engineMigrations(EngineProperties properties) {
    return application -> EngineMigrations.addTo(application, properties.migrations());
  }

  /// A migration may take longer than the pool's sessions wait for an answer.
  @Bean
  FlywayConfigurationCustomizer migrationsWithPatience() {
    return flyway -> {
      @Nullable DataSource database = flyway.getDataSource();
      if (database != null) {
        flyway.dataSource(new Patient(database));
      }
    };
  }

  private static final class Patient extends DelegatingDataSource {
    Patient(DataSource database) {
      super(database);
    }

    @Override
    public Connection getConnection() throws SQLException {
      Connection connection = super.getConnection();
      connection.setNetworkTimeout(Runnable::run, 0);
      return connection;
    }
  }
}
