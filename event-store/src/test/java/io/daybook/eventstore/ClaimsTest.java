package io.daybook.eventstore;

import static java.util.Objects.requireNonNull;
import static java.util.concurrent.CompletableFuture.supplyAsync;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.daybook.eventstore.postgres.JdbcClaims;
import io.daybook.eventstore.testing.TestDatabase;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class ClaimsTest {

  private static final DataSource DATABASE = TestDatabase.fresh();

  private final Claims claims = new JdbcClaims(DATABASE);
  private final TransactionTemplate transaction =
      new TransactionTemplate(new JdbcTransactionManager(DATABASE));

  @Test
  void of_many_that_take_the_same_key_at_once_exactly_one_wins() {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<CompletableFuture<Boolean>> takes =
          IntStream.range(0, 32)
              .mapToObj(n -> supplyAsync(() -> take("same@shop.test", "cus_" + n), threads))
              .toList();

      assertThat(takes.stream().filter(CompletableFuture::join)).hasSize(1);
    }
  }

  @Test
  void the_holder_may_take_its_key_again() {
    assertThat(take("again@shop.test", "cus_1")).isTrue();
    assertThat(take("again@shop.test", "cus_1")).isTrue();
    assertThat(take("again@shop.test", "cus_2")).isFalse();
    assertThat(in(() -> claims.owner("shop", "email", "again@shop.test"))).hasValue("cus_1");
  }

  @Test
  void tenants_and_kinds_do_not_meet() {
    take("own@shop.test", "cus_1");

    assertThat(in(() -> claims.take("other", "email", "own@shop.test", "cus_2"))).isTrue();
    assertThat(in(() -> claims.take("shop", "login", "own@shop.test", "cus_2"))).isTrue();
  }

  @Test
  void only_the_holder_can_release_a_key() {
    take("free@shop.test", "cus_1");

    release("free@shop.test", "cus_2");
    assertThat(take("free@shop.test", "cus_2")).isFalse();
    release("free@shop.test", "cus_1");
    assertThat(take("free@shop.test", "cus_2")).isTrue();
  }

  @Test
  void an_owner_holds_as_many_keys_as_it_took_and_did_not_release() {
    take("one@shop.test", "cus_many");
    take("two@shop.test", "cus_many");
    take("three@shop.test", "cus_many");
    release("one@shop.test", "cus_many");

    assertThat(in(() -> claims.countOwnedBy("shop", "email", "cus_many"))).isEqualTo(2);
  }

  @Test
  void a_claim_that_is_rolled_back_was_never_made() {
    transaction.executeWithoutResult(
        status -> {
          claims.take("shop", "email", "never@shop.test", "cus_1");
          status.setRollbackOnly();
        });

    assertThat(take("never@shop.test", "cus_2")).isTrue();
  }

  @Test
  void nothing_is_claimed_outside_a_transaction() {
    assertThatThrownBy(() -> claims.take("shop", "email", "loose@shop.test", "cus_1"))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> claims.guardShared("shop", "cus_1"))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void an_exclusive_guard_waits_until_every_shared_one_is_gone() {
    CountDownLatch done = new CountDownLatch(1);
    CompletableFuture<Boolean> exclusive =
        in(
            () -> {
              claims.guardShared("shop", "cus_guarded");
              assertThat(supplyAsync(() -> guardShared("cus_guarded")).join()).isTrue();
              CompletableFuture<Boolean> waiting =
                  supplyAsync(() -> guardExclusive("cus_guarded", done));
              await().until(ClaimsTest::somebodyWaits);
              assertThat(done.getCount()).isEqualTo(1);
              return waiting;
            });

    assertThat(exclusive.join()).isTrue();
    assertThat(done.getCount()).isZero();
  }

  private boolean guardShared(String key) {
    return in(
        () -> {
          claims.guardShared("shop", key);
          return true;
        });
  }

  private boolean guardExclusive(String key, CountDownLatch done) {
    return in(
        () -> {
          claims.guardExclusive("shop", key);
          done.countDown();
          return true;
        });
  }

  private static boolean somebodyWaits() {
    return JdbcClient.create(DATABASE)
            .sql("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted")
            .query(Long.class)
            .single()
        > 0;
  }

  private boolean take(String key, String owner) {
    return in(() -> claims.take("shop", "email", key, owner));
  }

  private void release(String key, String owner) {
    transaction.executeWithoutResult(status -> claims.release("shop", "email", key, owner));
  }

  private <T> T in(Supplier<T> work) {
    return requireNonNull(transaction.execute(status -> work.get()));
  }
}
