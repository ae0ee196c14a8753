package io.daybook.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.eventstore.testing.TestDatabase;
import io.daybook.eventstore.token.PostgresTokenStore;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import javax.sql.DataSource;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class ProcessorStatesTest {

  private final DataSource source = TestDatabase.fresh();
  private final JdbcClient database = JdbcClient.create(source);
  private final ProcessorStates states = new ProcessorStates(source);
  private final PostgresTokenStore tokens =
      new PostgresTokenStore(
          source,
          Jackson3Serializer.builder()
              .jsonMapperBuilderCustomizer(new JsonRules(List.of()))
              .build(),
          Duration.ofMinutes(1));

  @Test
  void a_processor_gets_the_tokens_of_another_in_place_of_its_own() {
    tokensOf("live", 2, 7);
    tokensOf("rebuild", 4, 3);

    states.copyTokens("live", "rebuild");

    assertThat(tokens.of("rebuild"))
        .isEqualTo(
            Map.of(0, new GlobalSequenceTrackingToken(7), 1, new GlobalSequenceTrackingToken(7)));
    assertThat(tokens.of("live")).isEqualTo(tokens.of("rebuild"));
  }

  @Test
  void copied_segments_belong_to_no_node() {
    tokensOf("live", 1, 7);
    tokens.fetchToken("live", 0);

    states.copyTokens("live", "rebuild");

    assertThat(owner("live")).isNotEqualTo("nobody");
    assertThat(owner("rebuild")).isEqualTo("nobody");
  }

  @Test
  void a_processor_gets_the_dead_letters_of_another_in_place_of_its_own() {
    deadLetter("live", "old");
    deadLetter("rebuild", "new");
    deadLetter("rebuild", "newer");

    states.handOverDeadLetters("rebuild", "live");

    assertThat(states.deadLetters("rebuild")).isZero();
    assertThat(letters("live")).containsExactly("new", "newer");
  }

  @Test
  void of_a_processor_that_is_forgotten_nothing_is_left_and_of_others_everything() {
    tokensOf("old", 1, 7);
    deadLetter("old", "one");
    tokensOf("other", 1, 8);
    deadLetter("other", "two");

    states.forget("old");

    assertThat(tokens.of("old")).isEmpty();
    assertThat(states.deadLetters("old")).isZero();
    assertThat(tokens.of("other")).hasSize(1);
    assertThat(states.deadLetters("other")).isEqualTo(1);
  }

  @Test
  void a_start_is_what_was_said_last() {
    assertThat(states.startOf("process")).isEmpty();

    states.startBehind(5, List.of("process", "another"));
    states.startBehind(9, List.of("process"));

    assertThat(states.startOf("process")).isEqualTo(OptionalLong.of(9));
    assertThat(states.startOf("another")).isEqualTo(OptionalLong.of(5));
  }

  @Test
  void a_change_is_undone_with_the_transaction_around_it() {
    tokensOf("live", 1, 7);

    new TransactionTemplate(new JdbcTransactionManager(source))
        .executeWithoutResult(
            status -> {
              states.copyTokens("live", "rebuild");
              states.forget("live");
              status.setRollbackOnly();
            });

    assertThat(tokens.of("live")).hasSize(1);
    assertThat(tokens.of("rebuild")).isEmpty();
  }

  private void tokensOf(String processor, int segments, long position) {
    tokens.initializeTokenSegments(processor, segments, new GlobalSequenceTrackingToken(position));
  }

  private String owner(String processor) {
    return database
        .sql("SELECT coalesce(owner, 'nobody') FROM event_store.token WHERE processor = ?")
        .param(processor)
        .query(String.class)
        .single();
  }

  private void deadLetter(String processor, String id) {
    database
        .sql(
            """
            INSERT INTO event_store.dead_letter
              (letter_id, processor, sequence_id, sequence_index, message_type, event_id, recorded_at,
               type, payload, enqueued_at)
            VALUES (:id, :processor, :id, 0, 'event', :id, 'now', 'lamp.LampLit', ''::bytea, 'now')
            """)
        .param("id", id)
        .param("processor", processor)
        .update();
  }

  private List<String> letters(String processor) {
    return database
        .sql("SELECT letter_id FROM event_store.dead_letter WHERE processor = ? ORDER BY letter_id")
        .param(processor)
        .query(String.class)
        .list();
  }
}
