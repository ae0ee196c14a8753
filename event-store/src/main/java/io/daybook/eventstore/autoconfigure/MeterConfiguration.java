package io.daybook.eventstore.autoconfigure;

import io.daybook.eventstore.append.Appender;
import io.daybook.eventstore.housekeeping.Housekeeping;
import io.daybook.eventstore.housekeeping.TableSizes;
import io.daybook.eventstore.read.EventRows;
import io.daybook.eventstore.read.HeadTracker;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.monitoring.NoOpMessageMonitor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// A few meters that answer an operator's questions. Axon's own keep histograms for each message type on
/// every bus, which costs a command a fourteenth of its CPU.
@Configuration(proxyBeanMethods = false)
class MeterConfiguration {

  @Bean
  ConfigurerModule commandTimers(ObjectProvider<MeterRegistry> registry) {
    return configurer ->
        configurer.configureMessageMonitor(
            CommandBus.class,
            axon -> {
              MeterRegistry meters = registry.getIfAvailable();
              return meters == null ? NoOpMessageMonitor.INSTANCE : new CommandTimers(meters);
            });
  }

  @Bean
  MeterBinder storeMeters(
      HeadTracker headTracker,
      Appender appender,
      EventRows rows,
      Housekeeping housekeeping,
      TableSizes tables) {
    return meters -> {
      meters.gauge("daybook.store.head", headTracker, HeadTracker::head);
      meters.gauge("daybook.store.waiting", appender, Appender::waiting);
      meters.gauge("daybook.store.recent.bytes", headTracker, HeadTracker::recentBytes);
      FunctionCounter.builder("daybook.store.snapshots.ahead", rows, EventRows::snapshotsAhead)
          .register(meters);
      FunctionCounter.builder(
              "daybook.store.answers.removed", housekeeping, Housekeeping::removedAnswers)
          .register(meters);
      TableSizes.TABLES.forEach(
          table ->
              Gauge.builder("daybook.store.bytes", tables, sizes -> sizes.bytes(table))
                  .tag("table", table)
                  .register(meters));
    };
  }
}
