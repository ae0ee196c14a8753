package io.daybook.eventstore.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.eventstore.append.Rig;
import io.daybook.eventstore.audit.Verdict.Intact;
import io.daybook.eventstore.audit.Verdict.Tampered;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VerificationTest {

  private static final AttackedStore STORE = new AttackedStore();

  @BeforeEach
  void empty() {
    STORE.empty();
  }

  @Test
  void nothing_is_intact() {
    assertThat(STORE.verdict()).isEqualTo(new Intact(SignedHead.NONE, 0, List.of(), 0));
  }

  @ParameterizedTest
  @EnumSource
  void each_way_to_tamper_is_found(Tampering tampering) {
    STORE.append(List.of(3, 1, 4, 1));

    Tampering.Expected expected = tampering.on(STORE, 5, 2);

    assertThat(STORE.verdict())
        .isInstanceOfSatisfying(
            Tampered.class,
            tampered ->
                assertThat(new Tampering.Expected(tampered.finding(), tampered.position()))
                    .isEqualTo(expected));
  }

  @Test
  void an_event_is_named_with_its_batch() {
    STORE.append(List.of(3, 4, 2));

    Tampering.EVENT_ID.on(STORE, 6, 0);

    assertThat(STORE.verdict()).isEqualTo(new Tampered(Finding.EDITED, 6, 4, 7));
  }

  @Test
  void a_verification_that_was_interrupted_goes_on_where_it_was() throws Exception {
    STORE.append(Collections.nCopies(300, 1));
    List<VerifiedPrefix> reached = new ArrayList<>();
    Verification verification = new Verification(STORE.source, STORE.keys);
    assertThatThrownBy(
            () ->
                verification.run(
                    VerifiedPrefix.NOTHING,
                    null,
                    (checked, last) -> {
                      reached.add(checked);
                      Thread.currentThread().interrupt();
                    }))
        .isInstanceOf(InterruptedException.class);
    VerifiedPrefix half = reached.getFirst();
    assertThat(half.head().position()).isEqualTo(256);
    Tampering.PAYLOAD.on(STORE, 100, 0); // which would be found from the beginning

    assertThat(STORE.verdict(half, null))
        .isInstanceOfSatisfying(Intact.class, intact -> assertThat(intact.seals()).isEqualTo(300));
    assertThat(STORE.verdict())
        .isInstanceOfSatisfying(
            Tampered.class, found -> assertThat(found.position()).isEqualTo(100));
  }

  @Test
  void a_checkpoint_of_another_history_is_not_gone_on_from() {
    STORE.append(List.of(2, 2));
    SignedHead head = ((Intact) STORE.verdict()).head();
    STORE.empty();
    STORE.append(List.of(2, 2));
    Tampering.PAYLOAD.on(STORE, 1, 0);

    assertThat(STORE.verdict(new VerifiedPrefix(head, 2, List.of()), null))
        .isInstanceOfSatisfying(Tampered.class, found -> assertThat(found.position()).isEqualTo(1));
  }

  @Test
  void a_store_that_grows_meanwhile_is_intact() throws Exception {
    STORE.append(List.of(1));
    AtomicBoolean done = new AtomicBoolean();
    try (Rig rig = new Rig(STORE.source);
        ExecutorService writer = Executors.newSingleThreadExecutor()) {
      Future<Integer> appends = writer.submit(() -> appendUntil(done, rig));
      try {
        for (int times = 0; times < 20; times++) {
          assertThat(STORE.verdict())
              .isInstanceOfSatisfying(
                  Intact.class, intact -> assertThat(intact.unsealed()).isZero());
        }
      } finally {
        done.set(true);
      }
      assertThat(appends.get()).isPositive();
    }
  }

  private static int appendUntil(AtomicBoolean done, Rig rig) {
    int count = 0;
    while (!done.get()) {
      rig.append("shop/growing", count++, 1);
    }
    return count;
  }

  @Test
  void nodes_with_keys_of_their_own_make_one_chain() throws Exception {
    SigningKey another = SigningKey.generate();
    try (Rig one = new Rig(STORE.source);
        Rig other = Rig.signingWith(another, STORE.source)) {
      one.append("shop/one", 0, 2);
      other.append("shop/other", 0, 2);
      one.append("shop/one", 2, 2);
    }
    TrustedKeys both = new TrustedKeys(List.of(Rig.KEY.verification(), another.verification()));

    assertThat(
            new Verification(STORE.source, both)
                .run(VerifiedPrefix.NOTHING, null, (at, last) -> {}))
        .isInstanceOfSatisfying(Intact.class, intact -> assertThat(intact.seals()).isEqualTo(3));
    assertThat(STORE.verdict()).isEqualTo(new Tampered(Finding.KEY_UNKNOWN, 3, 3, 4));
  }
}
