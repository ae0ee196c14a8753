package io.daybook.app.processors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybook.app.RunningProgramTest;
import io.daybook.eventstore.ProcessorStates;
import java.net.http.HttpResponse;
import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// Replays of a projection that keeps tables, as an operator asks for them.
class RebuildApiTest extends RunningProgramTest {
  private static final String CATALOG = "/api/v1/admin/projections/catalog/replays";

  @Autowired private JdbcClient database;
  @Autowired private DataSource dataSource;

  @Test
  void a_projection_is_rebuilt_beside_the_one_that_serves() throws Exception {
    create("tables");
    JsonNode replay = ended(start(CATALOG), "COMPLETED");

    assertThat(replay.path("mode").asString()).isEqualTo("SWAP");
    assertThat(replay.path("percent").asInt()).isEqualTo(100);
    assertThat(replay.at("/comparison/tables/0/table").asString()).isEqualTo("categories");
    assertThat(replay.at("/comparison/tables/0/live").asLong())
        .isEqualTo(replay.at("/comparison/tables/0/rebuilt").asLong())
        .isPositive();
  }

  @Test
  void what_was_changed_by_hand_is_told_without_a_change() throws Exception {
    String name = create("changed");
    await().atMost(Duration.ofSeconds(30)).until(() -> renamed(name) == 1);
    JsonNode compared = ended(start(CATALOG + "?mode=compare"), "COMPLETED");

    JsonNode difference = compared.at("/comparison/differences/0");
    assertThat(difference.path("column").asString()).isEqualTo("name");
    assertThat(difference.path("live").asString()).isEqualTo("By hand");
    assertThat(difference.path("rebuilt").asString()).isEqualTo(name);
    JsonNode mended = ended(start(CATALOG), "COMPLETED");
    assertThat(mended.at("/comparison/tables/0/differing").asLong()).isEqualTo(1);
    assertThat(count("By hand")).isZero();
  }

  @Test
  void one_that_is_kept_holds_the_place_until_it_is_cancelled() throws Exception {
    create("kept");
    JsonNode kept = ended(start(CATALOG + "?mode=keep"), "KEPT");

    HttpResponse<String> second = send("POST", CATALOG, "");
    refused(second, 409, AdminRejection.REPLAY_RUNNING);
    assertThat(second.body()).contains(kept.path("id").asString(), "KEPT");
    String path = "/api/v1/admin/replays/" + kept.path("id").asString();
    assertThat(JSON.readTree(send("DELETE", path, "").body()).path("state").asString())
        .isEqualTo("CANCELLED");
    ended(start(CATALOG), "COMPLETED");
  }

  @Test
  void it_can_still_be_done_in_place() throws Exception {
    create("in place");
    JsonNode replay = ended(start(CATALOG + "?mode=in-place"), "COMPLETED");
    assertThat(replay.path("mode").asString()).isEqualTo("IN_PLACE");
    assertThat(replay.path("comparison").isNull()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"swap", "in-place"})
  void one_that_has_handled_lost_events_is_named_until_it_was_rebuilt(String mode)
      throws Exception {
    create("lost");
    new ProcessorStates(dataSource).markStale("projection-catalog", 7);

    assertThat(error("projection-catalog")).isEqualTo(StaleProcessors.SENTENCE);
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> readiness().contains("events that were lost"));
    ended(start(CATALOG + "?mode=" + mode), "COMPLETED");
    assertThat(error("projection-catalog")).isEmpty();
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> !readiness().contains("events that were lost"));
  }

  private String readiness() throws Exception {
    return send("GET", "/actuator/health/readiness", "").body();
  }

  private String error(String processor) throws Exception {
    for (JsonNode state : get("/api/v1/admin/processors")) {
      if (state.path("name").asString().equals(processor)) {
        return state.path("error").isNull() ? "" : state.path("error").asString();
      }
    }
    throw new AssertionError(processor);
  }

  @Test
  void a_mode_that_there_is_not_is_refused() throws Exception {
    refused(send("POST", CATALOG + "?mode=fast", ""), 400, AdminRejection.REPLAY_MODE_UNKNOWN);
  }

  @Test
  void what_keeps_no_tables_is_replayed_in_place_only() throws Exception {
    refused(
        send("POST", "/api/v1/admin/projections/witness/replays?mode=swap", ""),
        422,
        AdminRejection.REPLAY_IN_PLACE_ONLY);
  }

  private int renamed(String name) {
    return database
        .sql("UPDATE projection.categories SET name = 'By hand' WHERE name = ?")
        .param(name)
        .update();
  }

  private long count(String name) {
    return database
        .sql("SELECT count(*) FROM projection.categories WHERE name = ?")
        .param(name)
        .query(Long.class)
        .single();
  }

  private JsonNode start(String path) throws Exception {
    HttpResponse<String> answer = send("POST", path, "");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    return JSON.readTree(answer.body());
  }

  private JsonNode ended(JsonNode replay, String state) {
    return await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () -> get("/api/v1/admin/replays/" + replay.path("id").asString()),
            it -> it.path("state").asString().equals(state));
  }

  private static void refused(HttpResponse<String> answer, int status, AdminRejection code) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(JSON.readTree(answer.body()).path("code").asString()).isEqualTo(code.name());
  }
}
