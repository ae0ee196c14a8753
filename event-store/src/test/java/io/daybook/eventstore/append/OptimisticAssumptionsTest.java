package io.daybook.eventstore.append;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.eventstore.Answer;
import io.daybook.eventstore.testing.CountedDatabase;
import io.daybook.eventstore.testing.TestDatabase;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import javax.sql.DataSource;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What a command asks the database about claims and idempotency keys, and when.
class OptimisticAssumptionsTest {

  private static final DataSource DATABASE = TestDatabase.fresh();
  private static final Rig RIG = new Rig(DATABASE);

  private final CountedDatabase counted = new CountedDatabase(DATABASE);
  private final OptimisticAssumptions assumptions = new OptimisticAssumptions(RIG.appender);
  private final StagedClaims claims = new StagedClaims(counted, RIG.appender, assumptions);
  private final StagedIdempotencyRecords answers =
      new StagedIdempotencyRecords(counted, RIG.appender, assumptions);

  @AfterAll
  static void close() {
    RIG.close();
  }

  @Test
  void a_free_claim_is_taken_and_released_without_a_query() throws Exception {
    assertThat(take("free", "one")).isTrue();
    command(
        () -> {
          claims.release("shop", "key", "free", "one");
          return true;
        });

    assertThat(counted.questions()).isEqualTo(0);
    assertThat(take("free", "two")).isTrue();
  }

  @Test
  void a_refuted_assumption_is_queried_the_next_time() throws Exception {
    take("held", "one");

    assertThatThrownBy(() -> take("held", "two")).isInstanceOf(ConcurrencyException.class);
    assertThat(take("held", "two")).isFalse();
    assertThat(counted.questions()).isEqualTo(1);
  }

  @Test
  void a_refusal_on_a_wrong_assumption_is_a_conflict() throws Exception {
    take("refused", "one");

    assertThatThrownBy(() -> refused("refused")).isInstanceOf(ConcurrencyException.class);
    assertThatThrownBy(() -> refused("open")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_stream_is_assumed_to_be_new_once_a_command_of_that_name_has_found_none() throws Exception {
    assertThat(command(() -> assumptions.assumesNew("shop/first"))).isFalse();
    command(
        () -> {
          assumptions.notFound();
          return true;
        });

    assertThat(command(() -> assumptions.assumesNew("shop/second"))).isTrue();
  }

  @Test
  void a_request_is_handled_as_the_first_of_its_key_without_a_query() throws Exception {
    assertThat(answer("first", false)).isTrue();

    assertThat(counted.questions()).isEqualTo(0);
  }

  @Test
  void a_repeated_request_conflicts_and_then_finds_its_answer() throws Exception {
    answer("repeated", false);

    assertThatThrownBy(() -> answer("repeated", false)).isInstanceOf(ConcurrencyException.class);
    assertThat(answer("repeated", false)).isFalse();
    assertThat(counted.questions()).isEqualTo(1);
  }

  @Test
  void a_repeated_request_is_not_refused_for_what_it_has_done_before() throws Exception {
    answer("done", false);

    assertThatThrownBy(() -> answer("done", true)).isInstanceOf(ConcurrencyException.class);
    assertThatThrownBy(() -> answer("never", true)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_repeated_request_is_not_refused_for_what_it_has_done_since_its_query() throws Exception {
    answer("asked", false);
    assertThatThrownBy(() -> answer("asked", true)).isInstanceOf(ConcurrencyException.class);
    JdbcClient.create(DATABASE).sql("DELETE FROM event_store.idempotency").update();

    assertThatThrownBy(() -> askAndBeRefusedLate("asked")).isInstanceOf(ConcurrencyException.class);
  }

  private void askAndBeRefusedLate(String key) throws Exception {
    command(
        () -> {
          assertThat(answers.earlier("shop", "usr_1", key)).isEmpty();
          FutureTask<Boolean> other = new FutureTask<>(() -> answer(key, false));
          Thread.ofVirtual().start(other);
          assertThat(other.get()).isTrue();
          throw new IllegalArgumentException(key);
        });
  }

  @Test
  void within_another_unit_of_work_nothing_is_assumed() throws Exception {
    take("outer", "one");
    UnitOfWork<?> outer = DefaultUnitOfWork.startAndGet(null);

    assertThat(take("outer", "two")).isFalse();
    outer.commit();
  }

  private boolean answer(String key, boolean refused) throws Exception {
    return command(
        () -> {
          boolean first = answers.earlier("shop", "usr_1", key).isEmpty();
          if (refused) {
            throw new IllegalArgumentException(key);
          }
          if (first) {
            answers.store("shop", "usr_1", key, new Answer("hash", 201, "{}", null));
          }
          return first;
        });
  }

  private boolean take(String key, String owner) throws Exception {
    return command(() -> claims.take("shop", "key", key, owner));
  }

  private void refused(String key) throws Exception {
    command(
        () -> {
          claims.take("shop", "key", key, "two");
          throw new IllegalArgumentException(key);
        });
  }

  private boolean command(Callable<Boolean> handler) throws Exception {
    return HandledCommand.named("take", assumptions).by(handler);
  }
}
