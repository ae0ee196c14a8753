package io.daybook.app.processors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.example.witness.Witness;
import com.example.witness.WitnessConfiguration.Doer;
import io.daybook.app.RunningProgramTest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.StreamSupport;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventProcessor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class ReplayTest extends RunningProgramTest {
  private static final String REPLAYS = "/api/v1/admin/projections/witness/replays";

  @Autowired private EventProcessingConfiguration processing;

  @AfterEach
  void let_everything_through() {
    witness.open();
    witness.heal(false);
    send_away_what_is_left();
  }

  private void send_away_what_is_left() {
    EventProcessor processor = processing.eventProcessor(Witness.PROCESSOR).orElseThrow();
    if (!processor.isRunning()) {
      processor.start();
    }
    processing.deadLetterQueue(Witness.PROCESSOR).orElseThrow().clear();
  }

  @Test
  void a_replay_rebuilds_the_view_from_its_events() throws Exception {
    List<String> names = create(3);
    witness.forget();
    JsonNode replay = completed(start());
    assertThat(witness.names()).containsOnlyOnceElementsOf(names);
    assertThat(replay.path("percent").asInt()).isEqualTo(100);
    assertThat(replay.path("position").asLong())
        .isGreaterThanOrEqualTo(replay.path("target").asLong());
  }

  @Test
  void it_is_complete_at_the_head_without_a_new_event() throws Exception {
    awaitNames(create("last"));
    completed(start());
    assertThat(state(Witness.PROCESSOR).path("replaying").asBoolean()).isFalse();
    assertThat(state(Witness.PROCESSOR).path("lag").asLong()).isZero();
  }

  @Test
  void the_other_processors_and_the_commands_go_on_meanwhile() throws Exception {
    awaitNames(create("one"));
    witness.allow(0);
    JsonNode running = start();
    String meanwhile = create("meanwhile");
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> state(Doer.PROCESSOR).path("lag").asLong() == 0);
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> state(Witness.PROCESSOR).path("replaying").asBoolean());
    assertThat(progress(running).path("state").asString()).isEqualTo("RUNNING");
    witness.open();
    completed(running);
    awaitNames(meanwhile);
  }

  @Test
  void dead_letters_are_discarded_and_their_events_handled_again() throws Exception {
    String poison = create(Witness.POISON);
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> state(Witness.PROCESSOR).path("deadLetters").asLong() == 1);
    witness.heal(true);
    JsonNode replay = completed(start());
    assertThat(replay.path("discardedDeadLetters").asLong()).isEqualTo(1);
    assertThat(witness.names()).contains(poison);
    assertThat(state(Witness.PROCESSOR).path("deadLetters").asLong()).isZero();
  }

  @Test
  void a_second_replay_of_the_same_projection_is_refused() throws Exception {
    awaitNames(create("again"));
    witness.allow(0);
    JsonNode running = start();
    refused(send("POST", REPLAYS, ""), 409, AdminRejection.REPLAY_RUNNING);
    witness.open();
    completed(running);
  }

  @Test
  void a_cancelled_replay_goes_on_where_it_stopped_when_started_again() throws Exception {
    List<String> names = create(8);
    witness.heal(true); // an event that another test left would use up a place and leave no name
    witness.allow(2);
    JsonNode running = start();
    await().atMost(Duration.ofSeconds(30)).until(() -> witness.names().size() == 2);
    String id = running.path("id").asString();
    CompletableFuture<HttpResponse<String>> cancelled =
        CompletableFuture.supplyAsync(() -> cancel(id));
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> progress(running).path("state").asString().equals("CANCELLED"));
    await().atMost(Duration.ofSeconds(30)).until(() -> !processor().isRunning());
    witness.open();
    assertThat(JSON.readTree(cancelled.join().body()).path("state").asString())
        .isEqualTo("CANCELLED");
    assertThat(witness.names()).doesNotContainAnyElementsOf(names.subList(4, 8));
    assertThat(get("/actuator/health/readiness").path("status").asString()).isEqualTo("UP");
    processor().start();
    await().atMost(Duration.ofSeconds(30)).until(() -> witness.names().containsAll(names));
    assertThat(witness.names()).doesNotHaveDuplicates();
  }

  @Test
  void a_process_is_never_replayed() throws Exception {
    refused(
        send("POST", "/api/v1/admin/projections/" + Doer.PROCESSOR + "/replays", ""),
        422,
        AdminRejection.NOT_REPLAYABLE);
  }

  @Test
  void what_is_not_there_is_not_found() throws Exception {
    refused(
        send("POST", "/api/v1/admin/projections/nothing/replays", ""),
        404,
        AdminRejection.PROCESSOR_NOT_FOUND);
    refused(send("GET", "/api/v1/admin/replays/none", ""), 404, AdminRejection.REPLAY_NOT_FOUND);
  }

  private List<String> create(int many) throws Exception {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < many; i++) {
      names.add(create("many"));
    }
    await().atMost(Duration.ofSeconds(30)).until(() -> witness.names().containsAll(names));
    return names;
  }

  private EventProcessor processor() {
    return processing.eventProcessor(Witness.PROCESSOR).orElseThrow();
  }

  private HttpResponse<String> cancel(String id) {
    try {
      return send("DELETE", "/api/v1/admin/replays/" + id, "");
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private JsonNode start() throws Exception {
    HttpResponse<String> answer = send("POST", REPLAYS, "");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    assertThat(answer.headers().firstValue("Location")).isPresent();
    return JSON.readTree(answer.body());
  }

  private JsonNode progress(JsonNode replay) throws Exception {
    return get("/api/v1/admin/replays/" + replay.path("id").asString());
  }

  private JsonNode completed(JsonNode replay) {
    return await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> progress(replay), it -> it.path("state").asString().equals("COMPLETED"));
  }

  private JsonNode state(String processor) throws Exception {
    return StreamSupport.stream(get("/api/v1/admin/processors").spliterator(), false)
        .filter(state -> state.path("name").asString().equals(processor))
        .findFirst()
        .orElseThrow();
  }

  private void awaitNames(String name) {
    await().atMost(Duration.ofSeconds(30)).until(() -> witness.names().contains(name));
  }

  private static void refused(HttpResponse<String> answer, int status, AdminRejection code) {
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(JSON.readTree(answer.body()).path("code").asString()).isEqualTo(code.name());
  }
}
