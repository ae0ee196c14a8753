package io.daybook.eventstore.autoconfigure;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Import;

/// Stands between Boot 4 and Axon, whose auto-configurations are ordered after class names of Boot 3.
///
/// Without this order Axon looks for a data source, a transaction manager and a meter registry before
/// Boot has defined them, and quietly starts with a simple event bus and no transactions. There is no
/// condition here for the same reason: an application without a data source should not start.
@AutoConfiguration(
    afterName = {
      "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
      "org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration",
      "org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration",
      "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration",
      "org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration",
      "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration",
      "org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration",
      "org.springframework.boot.opentelemetry.autoconfigure.OpenTelemetrySdkAutoConfiguration"
    },
    beforeName = {
      "org.axonframework.springboot.autoconfig.AxonAutoConfiguration",
      "org.axonframework.springboot.autoconfig.AxonTracingAutoConfiguration",
      "org.axonframework.springboot.autoconfig.EventProcessingAutoConfiguration",
      "org.axonframework.springboot.autoconfig.JdbcAutoConfiguration",
      "org.axonframework.springboot.autoconfig.MetricsAutoConfiguration",
      "org.axonframework.springboot.autoconfig.MicrometerMetricsAutoConfiguration",
      "org.axonframework.springboot.autoconfig.NoOpTransactionAutoConfiguration",
      "org.axonframework.springboot.autoconfig.OpenTelemetryAutoConfiguration",
      "org.axonframework.springboot.autoconfig.TransactionAutoConfiguration"
    })
@EnableConfigurationProperties(EngineProperties.class)
@Import({
  MigrationConfiguration.class,
  AuditConfiguration.class,
  SerializerConfiguration.class,
  EngineConfiguration.class,
  TrackingConfiguration.class,
  BatchConfiguration.class,
  CommandConfiguration.class,
  TracingConfiguration.class,
  MeterConfiguration.class,
  SearchConfiguration.class
})
public class EventStoreAutoConfiguration {}
