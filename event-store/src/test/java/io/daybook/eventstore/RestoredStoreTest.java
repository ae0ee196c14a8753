package io.daybook.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.example.lamp.LampApplication;
import io.daybook.eventstore.TokensBeyondHead.Ahead;
import io.daybook.eventstore.testing.TestDatabase;
import io.daybook.eventstore.token.PostgresTokenStore;
import io.daybook.eventstore.token.TokenCheck;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Events that were restored to an earlier point than the tokens.
class RestoredStoreTest {

  private static final int HEAD = 100;

  private final TestDatabase restored = TestDatabase.create();
  private final DataSource database = restored.dataSource();
  private final Serializer serializer =
      Jackson3Serializer.builder().jsonMapperBuilderCustomizer(new JsonRules(List.of())).build();
  private final PostgresTokenStore tokens =
      new PostgresTokenStore(database, serializer, Duration.ofSeconds(10));

  @BeforeEach
  void restore() {
    JdbcClient.create(database)
        .sql("UPDATE event_store.head SET position = ?")
        .param(HEAD)
        .update();
    token("at-the-head", at(HEAD));
    token("replaying", ReplayToken.createReplayToken(at(HEAD), at(7)));
    tokens.initializeTokenSegments("not-begun", 1);
  }

  @Test
  void tokens_up_to_the_head_are_as_they_should_be() {
    assertThatCode(() -> check(TokenCheck.Mode.REFUSE).run()).doesNotThrowAnyException();
  }

  @Test
  void tokens_beyond_it_are_reported_with_their_positions() {
    token("projection-ahead", at(HEAD + 1));
    token("replayed-ahead", ReplayToken.createReplayToken(at(HEAD + 20), at(7)));

    TokensBeyondHead refused =
        catchThrowableOfType(TokensBeyondHead.class, () -> check(TokenCheck.Mode.REFUSE).run());

    assertThat(refused.head()).isEqualTo(HEAD);
    assertThat(refused.ahead())
        .containsExactly(
            new Ahead("projection-ahead", 0, HEAD + 1), new Ahead("replayed-ahead", 0, HEAD + 20));
    assertThat(tokens.fetchToken("projection-ahead", 0)).isEqualTo(at(HEAD + 1));
  }

  @Test
  void they_go_on_at_the_head_if_that_is_configured() {
    token("projection-ahead", at(HEAD + 1));

    check(TokenCheck.Mode.RESET).run();

    assertThat(tokens.fetchToken("projection-ahead", 0)).isEqualTo(at(HEAD));
    assertThat(tokens.fetchToken("replaying", 0)).isInstanceOf(ReplayToken.class);
    assertThatCode(() -> check(TokenCheck.Mode.REFUSE).run()).doesNotThrowAnyException();
  }

  @Test
  void an_application_on_such_a_store_does_not_start_unless_configured_to() {
    token("projection-ahead", at(HEAD + 1));

    assertThatCode(() -> start("refuse")).hasRootCauseInstanceOf(TokensBeyondHead.class);
    assertThatCode(() -> start("reset")).doesNotThrowAnyException();
    assertThatCode(() -> start("refuse")).doesNotThrowAnyException();
  }

  private void start(String mode) {
    JdbcClient.create(database).sql("DROP SCHEMA IF EXISTS lamp CASCADE").update();
    new SpringApplicationBuilder(LampApplication.class)
        .registerShutdownHook(false)
        .run(
            "--spring.datasource.url=" + restored.url(),
            "--daybook.engine.tokens-beyond-head=" + mode)
        .close();
  }

  private TokenCheck check(TokenCheck.Mode mode) {
    return new TokenCheck(database, serializer, mode);
  }

  private void token(String processor, TrackingToken token) {
    tokens.initializeTokenSegments(processor, 1, token);
  }

  private static TrackingToken at(long position) {
    return new GlobalSequenceTrackingToken(position);
  }
}
