package io.daybook.eventstore.autoconfigure;

import io.opentelemetry.api.OpenTelemetry;
import org.axonframework.tracing.NoOpSpanFactory;
import org.axonframework.tracing.SpanFactory;
import org.axonframework.tracing.opentelemetry.OpenTelemetrySpanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Axon would take the global OpenTelemetry, which Boot leaves empty: a handler's log lines would not
/// carry the trace of the request behind them.
@Configuration(proxyBeanMethods = false)
class TracingConfiguration {

  @Bean
  @ConditionalOnMissingBean
  SpanFactory spanFactory(ObjectProvider<OpenTelemetry> openTelemetry) {
    OpenTelemetry telemetry = openTelemetry.getIfAvailable();
    return telemetry == null ? NoOpSpanFactory.INSTANCE : spans(telemetry);
  }

  private static SpanFactory spans(OpenTelemetry telemetry) {
    return new SpansWhereWanted(
        OpenTelemetrySpanFactory.builder()
            .tracer(telemetry.getTracer("org.axonframework"))
            .contextPropagators(telemetry.getPropagators().getTextMapPropagator())
            .build());
  }
}
