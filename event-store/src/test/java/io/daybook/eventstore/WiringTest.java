package io.daybook.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.example.lamp.Guarantee;
import com.example.lamp.LampTest;
import com.example.lamp.Rooms;
import io.daybook.eventstore.autoconfigure.EventStoreAutoConfiguration;
import io.daybook.eventstore.json.EventSerializer;
import io.daybook.eventstore.postgres.DuplicateKeys;
import io.daybook.eventstore.postgres.PostgresEventStorageEngine;
import io.daybook.eventstore.postgres.PostgresEventStore;
import io.daybook.eventstore.token.PostgresTokenStore;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.jdbc.PersistenceExceptionResolver;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.modelling.saga.repository.SagaStore;
import org.axonframework.modelling.saga.repository.jdbc.JdbcSagaStore;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.axonframework.springboot.updates.UpdateCheckConfiguration;
import org.axonframework.tracing.SpanFactory;
import org.axonframework.tracing.opentelemetry.OpenTelemetrySpanFactory;
import org.axonframework.updates.configuration.UsagePropertyProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.ApplicationContext;

class WiringTest extends LampTest {

  @Autowired ApplicationContext context;
  @Autowired Configuration axon;
  @Autowired MeterRegistry meters;

  @Test
  void axon_works_with_the_parts_of_this_module() {
    assertThat(axon.eventStore()).isInstanceOf(PostgresEventStore.class);
    assertThat(context.getBean(EventStorageEngine.class))
        .isInstanceOf(PostgresEventStorageEngine.class);
    assertThat(context.getBean(TokenStore.class)).isInstanceOf(PostgresTokenStore.class);
    assertThat(context.getBean(SagaStore.class)).isInstanceOf(JdbcSagaStore.class);
    assertThat(context.getBean(PersistenceExceptionResolver.class))
        .isInstanceOf(DuplicateKeys.class);
    assertThat(axon.commandBus()).isInstanceOf(SimpleCommandBus.class);
  }

  @Test
  void transactions_are_springs() {
    assertThat(axon.getComponent(TransactionManager.class))
        .isInstanceOf(SpringTransactionManager.class);
  }

  @Test
  void spans_go_to_boots_open_telemetry() {
    assertThat(axon.getComponent(SpanFactory.class))
        .extracting("spans")
        .isInstanceOf(OpenTelemetrySpanFactory.class);
  }

  @Test
  void everything_is_stored_as_json() {
    assertThat(axon.eventSerializer()).isInstanceOf(EventSerializer.class);
    assertThat(axon.serializer()).isExactlyInstanceOf(Jackson3Serializer.class);
    assertThat(axon.messageSerializer()).isSameAs(axon.serializer());
  }

  @Test
  void processors_are_pooled_and_have_dead_letters_while_sagas_have_none() {
    assertThat(axon.eventProcessingConfiguration().eventProcessors().values())
        .hasSize(3)
        .allMatch(PooledStreamingEventProcessor.class::isInstance);
    assertThat(axon.eventProcessingConfiguration().sequencedDeadLetterProcessor(Rooms.PROCESSOR))
        .isPresent();
    assertThat(
            axon.eventProcessingConfiguration().sequencedDeadLetterProcessor(Guarantee.PROCESSOR))
        .isEmpty();
  }

  @Test
  void commands_are_timed_in_boots_registry() {
    installed(); // a meter is there from its first use on

    assertThat(meters.get("daybook.commands").tag("outcome", "SUCCESS").timers())
        .isNotEmpty()
        .allMatch(timer -> timer.count() > 0);
    assertThat(meters.get("daybook.store.head").gauge().value()).isPositive();
  }

  @Test
  void what_grows_is_measured() {
    installed();

    for (String table : List.of("event", "seal", "idempotency", "dead_letter")) {
      assertThat(meters.get("daybook.store.bytes").tag("table", table).gauge().value())
          .isBetween(1.0, 1e12);
    }
    assertThat(meters.get("daybook.store.answers.removed").functionCounter().count()).isZero();
    assertThat(meters.get("daybook.store.recent.bytes").gauge().value()).isPositive();
  }

  @Test
  void axon_neither_phones_home_nor_advertises_nor_watches_every_handler() {
    assertThat(context.getEnvironment().getProperty("axon.axonserver.enabled")).isEqualTo("false");
    assertThat(context.getEnvironment().getProperty("axon.timeout.enabled")).isEqualTo("false");
    assertThat(context.containsBean("messageTimeoutHandlerEnhancerDefinition")).isFalse();
    assertThat(System.getProperty("disable-axoniq-console-message")).isEqualTo("true");
    assertThat(
            UsagePropertyProvider.create(context.getBean(UpdateCheckConfiguration.class))
                .getDisabled())
        .isTrue();
    assertThat(UsagePropertyProvider.create().getDisabled()).isTrue();
  }

  @ParameterizedTest
  @MethodSource("orderedClasses")
  void the_auto_configurations_it_is_ordered_by_exist(String name) {
    assertThatCode(() -> Class.forName(name, false, getClass().getClassLoader()))
        .doesNotThrowAnyException();
  }

  static Stream<String> orderedClasses() {
    AutoConfiguration order =
        EventStoreAutoConfiguration.class.getAnnotation(AutoConfiguration.class);
    return Stream.of(order.afterName(), order.beforeName()).flatMap(Stream::of);
  }
}
