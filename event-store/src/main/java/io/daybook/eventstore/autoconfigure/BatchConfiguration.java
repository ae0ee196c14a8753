package io.daybook.eventstore.autoconfigure;

import io.daybook.eventstore.batch.BackOff;
import io.daybook.eventstore.batch.Batch;
import io.daybook.eventstore.batch.BatchInterceptor;
import io.daybook.eventstore.batch.BatchParameter;
import javax.sql.DataSource;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.EventProcessingConfigurer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Has processors write once for all events of a transaction.
@Configuration(proxyBeanMethods = false)
class BatchConfiguration {

  @Bean
  static BatchParameter batchParameter(DataSource database) {
    return new BatchParameter(database);
  }

  /// One for all: they share the machine.
  @Bean
  BackOff backOff() {
    return BackOff.ofThisMachine();
  }

  /// Not for a subscribing processor, whose rows are written as its handlers return: it shares its transaction with
  /// others, and cannot begin it again.
  @Bean
  ConfigurerModule batches(DataSource database, BackOff backOff) {
    return configurer -> {
      EventProcessingConfigurer processing = configurer.eventProcessing();
      processing
          .registerDefaultHandlerInterceptor(
              (axon, processor) ->
                  isSubscribing(processing, processor)
                      ? null
                      : new BatchInterceptor(
                          database, Batch.LIVE, new ProcessorRedelivery(axon, processor), backOff))
          .registerDefaultHandlerInterceptor(
              (axon, processor) ->
                  isSubscribing(processing, processor)
                      ? null
                      : new AfterMerge(new ProcessorRedelivery(axon, processor)));
    };
  }

  private static boolean isSubscribing(EventProcessingConfigurer processing, String processor) {
    return processing instanceof EngineProcessing known && known.isSubscribing(processor);
  }
}
