package io.daybook.eventstore.autoconfigure;

import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class MigrationConfiguration {

  @Bean
  FlywayConfigurationCustomizer engineMigrations(EngineProperties properties) {
    return application -> EngineMigrations.addTo(application, properties.migrations());
  }
}
