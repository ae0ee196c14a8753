package io.daybook.eventstore.autoconfigure;

import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The numbers of this module's migrations lie before those of the application, so a new one here comes
/// out of order where the application has some already.
@Configuration(proxyBeanMethods = false)
class MigrationConfiguration {

  @Bean
  FlywayConfigurationCustomizer migrationsOutOfOrder() {
    return flyway -> flyway.outOfOrder(true);
  }
}
