package io.daybook.app.processors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.example.witness.Witness;
import io.daybook.app.RunningProgramTest;
import io.daybook.app.cli.Status;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// A processor that makes no progress says so wherever an operator looks, and names what holds it.
class StuckProcessorTest extends RunningProgramTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Autowired private StuckProcessors stuck;

  @AfterEach
  void let_everything_through() {
    witness.open();
    await().atMost(PATIENCE).until(() -> isReady());
  }

  @Test
  void a_processor_that_stands_still_is_stuck_in_status_metrics_and_readiness() throws Exception {
    await().atMost(PATIENCE).until(this::isReady);
    witness.allow(0);
    create("held");

    await().atMost(PATIENCE).until(() -> state().path("stuck").isObject());
    JsonNode at = state().path("stuck");
    assertThat(at.path("position").asLong()).isEqualTo(state().path("position").asLong() + 1);
    assertThat(at.path("stream").asString()).startsWith("default/");
    assertThat(at.path("event").asString()).isNotEmpty();
    assertThat(Status.table(get("/api/v1/admin/processors"))).contains("stuck at ");
    await().atMost(PATIENCE).until(() -> !isReady());
    assertThat(send("GET", "/actuator/prometheus", "").body())
        .containsPattern("daybook_processor_stuck\\{processor=\"projection-witness\"} [1-9]");
    assertThat(state().path("deadLetters").asLong()).isZero();

    witness.open();
    await().atMost(PATIENCE).until(() -> state().path("stuck").isNull());
  }

  private boolean isReady() throws Exception {
    stuck.look();
    return get("/actuator/health/readiness").path("status").asString().equals("UP");
  }

  private JsonNode state() throws Exception {
    for (JsonNode processor : get("/api/v1/admin/processors")) {
      if (processor.path("name").asString().equals(Witness.PROCESSOR)) {
        return processor;
      }
    }
    throw new AssertionError("no " + Witness.PROCESSOR);
  }
}
