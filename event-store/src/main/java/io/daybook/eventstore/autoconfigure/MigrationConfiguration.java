package io.daybook.eventstore.autoconfigure;

import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The numbers of this module's migrations lie before those of the application. So a new one of this module is out
/// of order in a database to which migrations of the application were applied.
@Configuration(proxyBeanMethods = false)
class MigrationConfiguration {

  @Bean
  FlywayConfigurationCustomizer migrationsOutOfOrder() {
    return flyway -> flyway.outOfOrder(true);
  }
}
