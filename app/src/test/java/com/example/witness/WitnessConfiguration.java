package com.example.witness;

import io.daybook.catalog.CategoryEvent;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
public class WitnessConfiguration {
  @Bean
  Witness witness(JdbcClient database) {
    return new Witness(database);
  }

  @Bean
  static FaultInjector faultInjector() {
    return new FaultInjector();
  }

  /// One by one, so that what was let through is seen while the rest is held back.
  @Bean
  ConfigurerModule oneByOne() {
    return configurer ->
        configurer
            .eventProcessing()
            .registerPooledStreamingEventProcessorConfiguration(
                Witness.PROCESSOR, (axon, processor) -> processor.batchSize(1));
  }

  @Bean
  Doer doer() {
    return new Doer();
  }

  @ProcessingGroup(Doer.PROCESSOR)
  @DisallowReplay
  public static class Doer {
    public static final String PROCESSOR = "process-witness";

    @EventHandler
    void on(CategoryEvent event) {
      // what it would do to the outside does not matter here
    }
  }
}
