package io.daybook.eventstore.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Scope;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.Message;
import org.axonframework.tracing.NoOpSpanFactory.NoOpSpan;
import org.axonframework.tracing.SpanFactory;
import org.axonframework.tracing.opentelemetry.OpenTelemetrySpanFactory;
import org.junit.jupiter.api.Test;

class SpansWhereWantedTest {
  private static final Message<?> MESSAGE = new GenericCommandMessage<>("anything");

  private final SpanFactory spans =
      new SpansWhereWanted(
          OpenTelemetrySpanFactory.builder()
              .tracer(OpenTelemetry.noop().getTracer("test"))
              .build());

  @Test
  void a_trace_that_nobody_records_gets_no_further_spans() {
    try (Scope scope = trace(TraceFlags.getDefault()).makeCurrent()) {
      assertThat(scope).isNotNull();
      assertThat(spans.createInternalSpan(() -> "inside")).isInstanceOf(NoOpSpan.class);
      assertThat(spans.createHandlerSpan(() -> "handler", MESSAGE, true))
          .isInstanceOf(NoOpSpan.class);
      assertThat(spans.createDispatchSpan(() -> "dispatch", MESSAGE)).isInstanceOf(NoOpSpan.class);
    }
  }

  @Test
  void a_trace_that_is_recorded_gets_all_of_them() {
    try (Scope scope = trace(TraceFlags.getSampled()).makeCurrent()) {
      assertThat(scope).isNotNull();
      assertThat(spans.createInternalSpan(() -> "inside")).isNotInstanceOf(NoOpSpan.class);
      assertThat(spans.createHandlerSpan(() -> "handler", MESSAGE, true))
          .isNotInstanceOf(NoOpSpan.class);
    }
  }

  @Test
  void a_handler_outside_any_trace_takes_up_that_of_its_message() {
    assertThat(spans.createHandlerSpan(() -> "handler", MESSAGE, true))
        .isNotInstanceOf(NoOpSpan.class);
  }

  @Test
  void an_event_outside_any_trace_begins_none() {
    EventMessage<?> event = GenericEventMessage.asEventMessage("anything");

    assertThat(spans.createDispatchSpan(() -> "publish", event)).isInstanceOf(NoOpSpan.class);
    assertThat(spans.propagateContext(event)).isSameAs(event);
  }

  @Test
  void an_event_of_a_recorded_trace_gets_a_span() {
    EventMessage<?> event = GenericEventMessage.asEventMessage("anything");
    try (Scope scope = trace(TraceFlags.getSampled()).makeCurrent()) {
      assertThat(scope).isNotNull();
      assertThat(spans.createDispatchSpan(() -> "publish", event)).isNotInstanceOf(NoOpSpan.class);
    }
  }

  @Test
  void a_command_outside_any_trace_begins_one() {
    assertThat(spans.createDispatchSpan(() -> "dispatch", MESSAGE)).isNotInstanceOf(NoOpSpan.class);
  }

  private static Span trace(TraceFlags flags) {
    return Span.wrap(
        SpanContext.create(
            "0af7651916cd43dd8448eb211c80319c",
            "b7ad6b7169203331",
            flags,
            TraceState.getDefault()));
  }
}
