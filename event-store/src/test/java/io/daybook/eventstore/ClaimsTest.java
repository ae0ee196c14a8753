package io.daybook.eventstore;

import static io.daybook.eventstore.testing.Units.inUnit;
import static io.daybook.eventstore.testing.Units.runInUnit;
import static java.util.concurrent.CompletableFuture.supplyAsync;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.example.lamp.LampTest;
import com.example.lamp.TooDark;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ClaimsTest extends LampTest {

  @Autowired Claims claims;
  @Autowired GuardedReads guardedReads;

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
    assertThat(inUnit(() -> claims.owner("shop", "email", "again@shop.test"))).hasValue("cus_1");
  }

  @Test
  void tenants_and_kinds_do_not_meet() {
    take("own@shop.test", "cus_1");

    assertThat(inUnit(() -> claims.take("other", "email", "own@shop.test", "cus_2"))).isTrue();
    assertThat(inUnit(() -> claims.take("shop", "login", "own@shop.test", "cus_2"))).isTrue();
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

    assertThat(inUnit(() -> claims.countOwnedBy("shop", "email", "cus_many"))).isEqualTo(2);
  }

  @Test
  void a_claim_that_is_rolled_back_was_never_made() {
    UnitOfWork<?> unit = DefaultUnitOfWork.startAndGet(null);
    claims.take("shop", "email", "never@shop.test", "cus_1");
    unit.rollback();

    assertThat(take("never@shop.test", "cus_2")).isTrue();
  }

  @Test
  void a_unit_of_work_sees_what_it_claims_itself() {
    take("before@shop.test", "cus_own");

    runInUnit(
        () -> {
          claims.take("shop", "email", "first@shop.test", "cus_own");
          claims.take("shop", "email", "second@shop.test", "cus_own");
          claims.release("shop", "email", "before@shop.test", "cus_own");
          assertThat(claims.owner("shop", "email", "first@shop.test")).hasValue("cus_own");
          assertThat(claims.take("shop", "email", "first@shop.test", "cus_2")).isFalse();
          assertThat(claims.take("shop", "email", "before@shop.test", "cus_2")).isTrue();
          assertThat(claims.countOwnedBy("shop", "email", "cus_own")).isEqualTo(2);
        });

    assertThat(inUnit(() -> claims.countOwnedBy("shop", "email", "cus_own"))).isEqualTo(2);
    assertThat(inUnit(() -> claims.owner("shop", "email", "before@shop.test"))).hasValue("cus_2");
  }

  @Test
  void what_a_nested_unit_of_work_claimed_goes_with_it_when_it_is_rolled_back() {
    runInUnit(
        () -> {
          claims.take("shop", "email", "outer@shop.test", "cus_outer");
          assertThatThrownBy(() -> runInUnit(this::claimTwiceAndFail)).isInstanceOf(TooDark.class);
          assertThat(claims.owner("shop", "email", "inner@shop.test")).isEmpty();
          assertThat(claims.owner("shop", "email", "innermost@shop.test")).isEmpty();
        });

    assertThat(inUnit(() -> claims.owner("shop", "email", "inner@shop.test"))).isEmpty();
    assertThat(inUnit(() -> claims.owner("shop", "email", "innermost@shop.test"))).isEmpty();
    assertThat(inUnit(() -> claims.owner("shop", "email", "outer@shop.test")))
        .hasValue("cus_outer");
  }

  private void claimTwiceAndFail() {
    claims.take("shop", "email", "inner@shop.test", "cus_inner");
    claims.release("shop", "email", "outer@shop.test", "cus_outer");
    runInUnit(() -> claims.take("shop", "email", "innermost@shop.test", "cus_inner"));
    throw new TooDark();
  }

  @Test
  void what_a_nested_unit_of_work_claimed_is_committed_with_the_outer_one() {
    runInUnit(
        () -> {
          claims.take("shop", "email", "given@shop.test", "cus_outer");
          runInUnit(
              () -> {
                assertThat(claims.owner("shop", "email", "given@shop.test")).hasValue("cus_outer");
                claims.release("shop", "email", "given@shop.test", "cus_outer");
                claims.take("shop", "email", "kept@shop.test", "cus_inner");
              });
          assertThat(claims.owner("shop", "email", "given@shop.test")).isEmpty();
          assertThat(claims.countOwnedBy("shop", "email", "cus_inner")).isEqualTo(1);
        });

    assertThat(inUnit(() -> claims.owner("shop", "email", "given@shop.test"))).isEmpty();
    assertThat(inUnit(() -> claims.owner("shop", "email", "kept@shop.test"))).hasValue("cus_inner");
  }

  /// The outer one has gone on knowing why the nested one failed.
  @Test
  void what_a_nested_unit_of_work_has_read_holds_even_when_it_is_rolled_back() {
    overtaken(
        () ->
            assertThatThrownBy(
                    () ->
                        runInUnit(
                            () -> {
                              claims.owner("shop", "email", "nested@shop.test");
                              throw new TooDark();
                            }))
                .isInstanceOf(TooDark.class),
        () -> claims.take("shop", "email", "nested@shop.test", "cus_2"));
  }

  @Test
  void nothing_is_claimed_outside_a_unit_of_work() {
    assertThatThrownBy(() -> claims.take("shop", "email", "loose@shop.test", "cus_1"))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> guardedReads.endsAt("shop/lamp_1", 0))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void a_decision_that_rests_on_a_claim_fails_when_the_claim_has_changed_hands() {
    overtaken(
        () -> assertThat(claims.owner("shop", "email", "read@shop.test")).isEmpty(),
        () -> claims.take("shop", "email", "read@shop.test", "cus_2"));
  }

  @Test
  void a_decision_that_rests_on_a_count_fails_when_it_has_changed() {
    overtaken(
        () -> assertThat(claims.countOwnedBy("shop", "email", "cus_counted")).isZero(),
        () -> claims.take("shop", "email", "counted@shop.test", "cus_counted"));
  }

  @Test
  void a_decision_that_rests_on_a_stream_fails_when_it_has_grown() {
    String lamp = installed();

    overtaken(() -> guardedReads.endsAt(lamp, 0), () -> light(lamp, 5));
    runInUnit(
        () -> {
          guardedReads.endsAt(lamp, 1);
          claims.take("shop", "email", "still@shop.test", "cus_1");
        });
  }

  /// Looks, is overtaken by somebody else, and then wants to write.
  private void overtaken(Runnable look, Runnable meanwhile) {
    UnitOfWork<?> unit = DefaultUnitOfWork.startAndGet(null);
    look.run();
    claims.take("shop", "late", String.valueOf(unit.hashCode()), "cus_late");
    CompletableFuture.runAsync(() -> runInUnit(meanwhile)).join();

    assertThatThrownBy(unit::commit).isInstanceOf(ConcurrencyException.class);
    assertThat(inUnit(() -> claims.countOwnedBy("shop", "late", "cus_late"))).isZero();
  }

  /// As the gateway does it: a command with a conflict is retried.
  private boolean take(String key, String owner) {
    while (true) {
      try {
        return inUnit(() -> claims.take("shop", "email", key, owner));
      } catch (ConcurrencyException e) {
        assertThat(e).hasMessageContaining("kind=email");
      }
    }
  }

  private void release(String key, String owner) {
    runInUnit(() -> claims.release("shop", "email", key, owner));
  }
}
