package io.daybook.app.postgres;

import io.daybook.app.DataDirectory;
import io.daybook.app.Settings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The order of the beans is the order of life: lock, database, connections; and back.
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {
  @Bean(destroyMethod = "close")
  DataDirectory dataDirectory(Settings settings) {
    return DataDirectory.open(settings.dataDir());
  }

  @Bean(destroyMethod = "close")
  Database database(DataDirectory directory, Settings settings) {
    return Database.open(directory, settings);
  }
}
