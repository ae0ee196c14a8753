package io.daybook.app.processors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.example.witness.Witness;
import io.daybook.app.RunningProgramTest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class DeadLettersTest extends RunningProgramTest {
  private static final String LETTERS = "/api/v1/admin/dead-letters";

  @AfterEach
  void fall_ill_again() {
    witness.heal(false);
  }

  @Test
  void a_letter_that_can_be_handled_now_is_retried_and_gone() throws Exception {
    String poison = create(Witness.POISON);
    JsonNode letter = awaitLetter();
    assertThat(letter.path("processor").asString()).isEqualTo(Witness.PROCESSOR);
    assertThat(letter.path("type").asString()).isEqualTo("CategoryCreated");
    assertThat(letter.path("cause").asString()).contains("IllegalStateException");
    witness.heal(true);
    JsonNode retried = retry(letter);
    assertThat(retried.path("handled").asBoolean()).isTrue();
    assertThat(retried.path("letters").asLong()).isEqualTo(1);
    assertThat(retried.path("waiting").asLong()).isZero();
    assertThat(witness.names()).contains(poison);
    assertThat(get(LETTERS)).isEmpty();
  }

  @Test
  void a_letter_that_fails_again_stays() throws Exception {
    create(Witness.POISON);
    JsonNode letter = awaitLetter();
    JsonNode retried = retry(letter);
    assertThat(retried.path("handled").asBoolean()).isFalse();
    assertThat(retried.path("waiting").asLong()).isEqualTo(1);
    assertThat(get(LETTERS)).hasSize(1);
    discard(letter);
  }

  @Test
  void a_discarded_letter_is_gone_and_its_event_never_handled() throws Exception {
    String poison = create(Witness.POISON);
    JsonNode letter = awaitLetter();
    assertThat(discard(letter).statusCode()).isEqualTo(204);
    assertThat(get(LETTERS)).isEmpty();
    assertThat(witness.names()).doesNotContain(poison);
  }

  @Test
  void other_events_go_on_past_a_letter() throws Exception {
    create(Witness.POISON);
    JsonNode letter = awaitLetter();
    String sound = create("sound");
    await().atMost(Duration.ofSeconds(30)).until(() -> witness.names().contains(sound));
    discard(letter);
  }

  @Test
  void an_unknown_letter_is_not_found() throws Exception {
    HttpResponse<String> answer = send("POST", LETTERS + "/none/retry", "");
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(JSON.readTree(answer.body()).path("code").asString())
        .isEqualTo(AdminRejection.DEAD_LETTER_NOT_FOUND.name());
  }

  /// Other tests of the same program may have left letters behind.
  @BeforeEach
  void no_letter_is_left_from_before() throws Exception {
    for (JsonNode letter : get(LETTERS)) {
      discard(letter);
    }
    assertThat(get(LETTERS)).isEmpty();
  }

  private JsonNode awaitLetter() {
    return await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> get(LETTERS), letters -> letters.size() == 1)
        .get(0);
  }

  private JsonNode retry(JsonNode letter) throws Exception {
    String path = LETTERS + "/" + letter.path("id").asString() + "/retry";
    return JSON.readTree(send("POST", path, "").body());
  }

  private HttpResponse<String> discard(JsonNode letter) throws Exception {
    return send("POST", LETTERS + "/" + letter.path("id").asString() + "/discard", "");
  }
}
