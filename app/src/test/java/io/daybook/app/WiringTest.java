package io.daybook.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.modelling.saga.repository.SagaStore;
import org.axonframework.modelling.saga.repository.jdbc.JdbcSagaStore;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.axonframework.tracing.SpanFactory;
import org.axonframework.tracing.opentelemetry.OpenTelemetrySpanFactory;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/// On Spring Boot 4 Axon finds nothing of this by itself, and starts without a word of complaint.
class WiringTest extends RunningProgramTest {
  @Autowired private ApplicationContext context;
  @Autowired private Configuration axon;

  @Test
  void the_program_works_with_the_parts_that_survive_a_crash() {
    assertThat(axon.eventStore())
        .extracting(part -> part.getClass().getSimpleName())
        .isEqualTo("PostgresEventStore");
    assertThat(context.getBean(EventStorageEngine.class))
        .extracting(part -> part.getClass().getSimpleName())
        .isEqualTo("PostgresEventStorageEngine");
    assertThat(axon.getComponent(TokenStore.class))
        .extracting(part -> part.getClass().getSimpleName())
        .isEqualTo("PostgresTokenStore");
    assertThat(axon.getComponent(SagaStore.class)).isInstanceOf(JdbcSagaStore.class);
    assertThat(axon.getComponent(TransactionManager.class))
        .isInstanceOf(SpringTransactionManager.class);
    assertThat(axon.eventSerializer())
        .extracting(part -> part.getClass().getSimpleName())
        .isEqualTo("EventSerializer");
  }

  @Test
  void spans_go_to_the_programs_own_open_telemetry() {
    assertThat(axon.getComponent(SpanFactory.class))
        .extracting("spans")
        .isInstanceOf(OpenTelemetrySpanFactory.class);
  }

  @Test
  void every_processor_is_pooled_and_named_by_what_it_is() {
    assertThat(axon.eventProcessingConfiguration().eventProcessors())
        .isNotEmpty()
        .allSatisfy(
            (name, processor) -> {
              assertThat(processor).isInstanceOf(PooledStreamingEventProcessor.class);
              assertThat(name).matches("(projection|process)-[a-z-]+");
            });
  }
}
