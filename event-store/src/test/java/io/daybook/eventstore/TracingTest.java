package io.daybook.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.example.lamp.LampCommand;
import com.example.lamp.LampTest;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class TracingTest extends LampTest {

  @Autowired Tracer tracer;
  @Autowired EventHistory history;

  @Test
  void a_log_line_of_an_event_handler_carries_the_trace_of_the_request() {
    String lamp = newLamp();
    Span request = tracer.nextSpan().name("request").start();
    try (Tracer.SpanInScope _ = tracer.withSpan(request)) {
      commands.sendAndWait(new LampCommand.Install(lamp, "hall"));
    } finally {
      request.end();
    }

    await().until(() -> rooms.traces.containsKey(lamp));
    assertThat(rooms.traces).containsEntry(lamp, request.context().traceId());
    assertThat(history.ofStream("shop", lamp, -1, 1).getFirst().metadata().get("traceparent"))
        .contains(request.context().traceId());
  }
}
