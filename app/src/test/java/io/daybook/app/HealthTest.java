package io.daybook.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.example.witness.Witness;
import java.time.Duration;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventProcessor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class HealthTest extends RunningProgramTest {
  @Autowired private EventProcessingConfiguration processing;

  @Test
  void a_program_with_a_processor_that_stands_still_lives_but_is_not_ready() throws Exception {
    EventProcessor processor = processing.eventProcessor(Witness.PROCESSOR).orElseThrow();
    awaitReadiness("UP");
    processor.shutDown();
    try {
      awaitReadiness("DOWN");
      assertThat(get("/actuator/health/liveness").path("status").asString()).isEqualTo("UP");
    } finally {
      processor.start();
    }
    awaitReadiness("UP");
  }

  @Test
  void readiness_asks_the_database() throws Exception {
    assertThat(get("/actuator/health/readiness").path("components").propertyNames())
        .contains("db", "processors", "readinessState");
  }

  @Test
  void prometheus_reads_what_an_operator_asks_for() throws Exception {
    create("measured");
    String metrics = send("GET", "/actuator/prometheus", "").body();
    assertThat(metrics)
        .contains(
            "http_server_requests_seconds_bucket",
            "daybook_commands_seconds_count{command=\"CreateCategory\"",
            "daybook_processor_lag{processor=\"projection-order\"",
            "daybook_processor_dead_letters{processor=\"projection-order\"",
            "daybook_store_head",
            "daybook_store_waiting");
  }

  private void awaitReadiness(String status) {
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> get("/actuator/health/readiness").path("status").asString().equals(status));
  }
}
