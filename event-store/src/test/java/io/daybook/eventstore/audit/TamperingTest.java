package io.daybook.eventstore.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.eventstore.audit.Tampering.Expected;
import io.daybook.eventstore.audit.Verdict.Intact;
import io.daybook.eventstore.audit.Verdict.Tampered;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/// Random batches, and one thing done to them.
class TamperingTest {

  private static final AttackedStore STORE = new AttackedStore();

  @Property(tries = 60)
  void the_first_position_that_is_not_as_it_was_is_named(
      @ForAll @Size(min = 1, max = 6) List<@IntRange(min = 1, max = 7) Integer> batches,
      @ForAll Tampering tampering,
      @ForAll @IntRange(min = 0, max = 1000) int one,
      @ForAll @IntRange(min = 0, max = 1000) int other) {
    long head = fill(batches);
    assertThat(STORE.verdict())
        .isInstanceOfSatisfying(
            Intact.class,
            intact -> {
              assertThat(intact.head().position()).isEqualTo(head);
              assertThat(intact.seals()).isEqualTo(batches.size());
              assertThat(intact.adopted()).isEmpty();
              assertThat(intact.unsealed()).isZero();
            });

    Expected expected = tampering.on(STORE, 1 + one % head, 1 + other % head);

    Verdict verdict = STORE.verdict();
    if (expected.finding() == null) {
      assertThat(verdict).isInstanceOf(Intact.class);
    } else {
      assertThat(verdict)
          .isInstanceOfSatisfying(
              Tampered.class,
              tampered ->
                  assertThat(new Expected(tampered.finding(), tampered.position()))
                      .isEqualTo(expected));
    }
  }

  private static long fill(List<Integer> batches) {
    STORE.empty();
    STORE.append(batches);
    return batches.stream().mapToInt(Integer::intValue).sum();
  }

  @Property(tries = 20)
  void a_store_that_was_cut_everywhere_is_found_with_an_anchor_and_not_without(
      @ForAll @Size(min = 2, max = 6) List<@IntRange(min = 1, max = 5) Integer> batches,
      @ForAll @IntRange(min = 0, max = 1000) int any) {
    fill(batches.subList(0, 1 + any % (batches.size() - 1)));
    SignedHead before = intact(STORE.verdict()).head();
    STORE.append(batches);
    SignedHead anchor = intact(STORE.verdict()).head();

    STORE.run("DELETE FROM event_store.event WHERE position > ?", before.position());
    STORE.run("DELETE FROM event_store.seal WHERE last_position > ?", before.position());
    STORE.run(
        "UPDATE event_store.head SET position = ?, sealed_position = ?, seal = ?",
        before.position(),
        before.position(),
        before.hash().bytes());

    assertThat(STORE.verdict(VerifiedPrefix.NOTHING, before)).isInstanceOf(Intact.class);
    assertThat(STORE.verdict(VerifiedPrefix.NOTHING, anchor))
        .isInstanceOfSatisfying(
            Tampered.class,
            cut -> {
              assertThat(cut.finding()).isEqualTo(Finding.CUT);
              assertThat(cut.position()).isEqualTo(before.position() + 1);
            });
  }

  /// Whoever has the key can write another history; but not the one that somebody remembers.
  @Property(tries = 10)
  void a_history_that_was_rewritten_with_the_key_is_found_with_an_anchor(
      @ForAll @Size(min = 1, max = 4) List<@IntRange(min = 1, max = 5) Integer> batches) {
    fill(batches);
    SignedHead anchor = intact(STORE.verdict()).head();
    assertThat(STORE.verdict(VerifiedPrefix.NOTHING, anchor)).isInstanceOf(Intact.class);

    fill(batches);

    assertThat(STORE.verdict()).isInstanceOf(Intact.class);
    assertThat(STORE.verdict(VerifiedPrefix.NOTHING, anchor))
        .isInstanceOfSatisfying(
            Tampered.class, found -> assertThat(found.finding()).isEqualTo(Finding.REWRITTEN));
  }

  private static Intact intact(Verdict verdict) {
    assertThat(verdict).isInstanceOf(Intact.class);
    return (Intact) verdict;
  }
}
