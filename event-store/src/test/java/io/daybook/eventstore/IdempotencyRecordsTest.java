package io.daybook.eventstore;

import static io.daybook.eventstore.testing.Units.inUnit;
import static io.daybook.eventstore.testing.Units.runInUnit;
import static java.util.concurrent.CompletableFuture.supplyAsync;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.example.lamp.LampTest;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class IdempotencyRecordsTest extends LampTest {

  private static final Answer CREATED =
      new Answer("hash", 201, "{\"Location\":\"/x\"}", "{\"id\":\"ord_1\"}");

  @Autowired IdempotencyRecords records;
  @Autowired Positions positions;

  @Test
  void an_answer_is_found_as_it_was_stored_by_its_tenant_caller_and_key() {
    store("key", CREATED);

    assertThat(records.find("shop", "usr_1", "key"))
        .hasValue(new StoredAnswer(CREATED, positions.head()));
    assertThat(records.find("other", "usr_1", "key")).isEmpty();
    assertThat(records.find("shop", "usr_2", "key")).isEmpty();
    assertThat(records.find("shop", "usr_1", "other")).isEmpty();
  }

  @Test
  void an_answer_may_have_no_body() {
    Answer accepted = new Answer("hash", 202, "{}", null);
    store("empty", accepted);

    assertThat(records.find("shop", "usr_1", "empty"))
        .hasValue(new StoredAnswer(accepted, positions.head()));
  }

  @Test
  void a_key_that_is_still_being_worked_on_is_locked_until_that_work_ends() {
    boolean second =
        inUnit(
            () -> {
              assertThat(records.tryLock("shop", "usr_1", "busy")).isTrue();
              return supplyAsync(() -> lock("usr_1", "busy")).join();
            });

    assertThat(second).isFalse();
    assertThat(lock("usr_1", "busy")).isTrue();
  }

  @Test
  void the_same_key_of_another_caller_is_another_key() {
    boolean second =
        inUnit(
            () -> {
              records.tryLock("shop", "usr_1", "own");
              return supplyAsync(() -> lock("usr_2", "own")).join();
            });

    assertThat(second).isTrue();
  }

  @Test
  void an_answer_is_stored_once() {
    store("once", CREATED);

    assertThatThrownBy(() -> store("once", CREATED)).isInstanceOf(ConcurrencyException.class);
  }

  @Test
  void a_key_has_a_longest_length() {
    store("k".repeat(IdempotencyRecords.MAX_KEY_LENGTH), CREATED);

    assertThatThrownBy(() -> store("k".repeat(IdempotencyRecords.MAX_KEY_LENGTH + 1), CREATED))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void an_answer_is_as_old_as_the_database_says() {
    store("aged", CREATED);

    assertThat(
            database
                .sql(
                    """
                    SELECT stored_at BETWEEN now() - interval '1 minute' AND clock_timestamp()
                    FROM event_store.idempotency WHERE key = 'aged'
                    """)
                .query(Boolean.class)
                .single())
        .isTrue();
  }

  @Test
  void it_insists_on_a_unit_of_work() {
    assertThatThrownBy(() -> records.tryLock("shop", "usr_1", "loose"))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> records.store("shop", "usr_1", "loose", CREATED))
        .isInstanceOf(IllegalStateException.class);
  }

  private boolean lock(String caller, String key) {
    return inUnit(() -> records.tryLock("shop", caller, key));
  }

  private void store(String key, Answer answer) {
    runInUnit(() -> records.store("shop", "usr_1", key, answer));
  }
}
