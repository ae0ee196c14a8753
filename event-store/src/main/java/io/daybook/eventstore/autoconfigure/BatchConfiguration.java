package io.daybook.eventstore.autoconfigure;

import io.daybook.eventstore.batch.Batch;
import io.daybook.eventstore.batch.BatchInterceptor;
import io.daybook.eventstore.batch.BatchParameter;
import io.daybook.eventstore.batch.Pace;
import javax.sql.DataSource;
import org.axonframework.config.ConfigurerModule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Lets processors write once for many events.
@Configuration(proxyBeanMethods = false)
class BatchConfiguration {

  @Bean
  static BatchParameter batchParameter(DataSource database) {
    return new BatchParameter(database);
  }

  /// One for all: they share the machine.
  @Bean
  Pace pace() {
    return Pace.ofThisMachine();
  }

  @Bean
  ConfigurerModule batches(DataSource database, Pace pace) {
    return configurer ->
        configurer
            .eventProcessing()
            .registerDefaultHandlerInterceptor(
                (axon, processor) ->
                    new BatchInterceptor(
                        database, Batch.LIVE, new Repeated(axon, processor), pace));
  }
}
