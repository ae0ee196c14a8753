package io.daybook.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.example.witness.Witness;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class TracesTest extends RunningProgramTest {
  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

  private final Logger logger = (Logger) LoggerFactory.getLogger(Witness.class);
  private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

  @BeforeEach
  void listen() {
    lines.list = new CopyOnWriteArrayList<>();
    lines.start();
    logger.setLevel(Level.INFO);
    logger.addAppender(lines);
  }

  @AfterEach
  void stop_listening() {
    logger.detachAppender(lines);
    logger.setLevel(null);
  }

  @Test
  void an_event_handlers_log_line_carries_the_trace_of_the_request_behind_it() throws Exception {
    String name = create("traced", "traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01");
    assertThat(contextOf(name)).containsEntry("traceId", TRACE).containsKey("spanId");
  }

  @Test
  void a_request_without_a_trace_gets_one_of_its_own() throws Exception {
    String first = contextOf(create("first")).get("traceId");
    String second = contextOf(create("second")).get("traceId");
    assertThat(List.of(first, second)).allMatch(id -> id.matches("[0-9a-f]{32}"));
    assertThat(first).isNotEqualTo(second);
  }

  private Map<String, String> contextOf(String name) {
    return await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                lines.list.stream()
                    .filter(line -> line.getFormattedMessage().equals("witnessed " + name))
                    .map(ILoggingEvent::getMDCPropertyMap)
                    .toList(),
            found -> !found.isEmpty())
        .getFirst();
  }
}
