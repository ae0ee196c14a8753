package io.daybook.eventstore.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.eventstore.append.Rig;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.BeforeContainer;

class InclusionProofTest {

  private static final AttackedStore STORE = new AttackedStore();
  private static final int LAST = 60;

  @BeforeContainer
  static void fill() {
    STORE.append(List.of(1, 2, 3, 5, 8, 13, 21, 7));
  }

  @Property(tries = 60)
  void every_event_has_a_proof_that_holds_for_it_alone(
      @ForAll @IntRange(min = 1, max = LAST) int position,
      @ForAll @IntRange(min = 1, max = LAST) int other)
      throws SQLException {
    InclusionProof proof = proof(position);
    EventContent event = proof.event();

    assertThat(proof.check(STORE.keys)).isEmpty();
    assertThat(with(proof, other, event).check(STORE.keys).isEmpty()).isEqualTo(position == other);
    assertThat(with(proof, position, proof(other).event()).check(STORE.keys).isEmpty())
        .isEqualTo(position == other);
    assertThat(with(proof, position, renamed(event)).check(STORE.keys)).hasValue(Finding.EDITED);
  }

  @Property(tries = 30)
  void a_proof_does_not_hold_with_another_path_or_seal(
      @ForAll @IntRange(min = 1, max = LAST) int position,
      @ForAll @IntRange(min = 0, max = 63) int octet)
      throws SQLException {
    InclusionProof proof = proof(position);
    List<Hash> longer = new ArrayList<>(proof.path());
    longer.add(Hash.NONE);
    byte[] signature = proof.signedSeal().signature().clone();
    signature[octet] ^= 1;
    TrustedKeys others = new TrustedKeys(List.of(SigningKey.generate().verification()));

    assertThat(
            new InclusionProof(position, proof.event(), longer, proof.signedSeal())
                .check(STORE.keys))
        .hasValue(Finding.EDITED);
    assertThat(
            new InclusionProof(
                    position,
                    proof.event(),
                    proof.path(),
                    new SignedSeal(proof.signedSeal().seal(), signature))
                .check(STORE.keys))
        .hasValue(Finding.SEAL_FORGED);
    assertThat(proof.check(others)).hasValue(Finding.KEY_UNKNOWN);
  }

  @Property(tries = 5)
  void an_event_is_found_by_its_id(@ForAll @IntRange(min = 1, max = LAST) int position)
      throws SQLException {
    UUID id = proof(position).event().id();

    assertThat(new Proofs(STORE.source).positionOf(id)).hasValue(position);
    assertThat(new Proofs(STORE.source).positionOf(UUID.randomUUID())).isEmpty();
  }

  @Property(tries = 1)
  void what_is_not_there_or_not_sealed_has_no_proof() throws SQLException {
    assertThat(new Proofs(STORE.source).of(LAST + 1)).isEmpty();
    AttackedStore unsealed = new AttackedStore();
    try (Rig rig = Rig.withoutLog(unsealed.source)) {
      rig.append("shop/lamp", 0, 1);
    }
    assertThat(new Proofs(unsealed.source).of(1)).isEmpty();
  }

  private static InclusionProof proof(long position) throws SQLException {
    return new Proofs(STORE.source).of(position).orElseThrow();
  }

  private static InclusionProof with(InclusionProof proof, long position, EventContent event) {
    return new InclusionProof(position, event, proof.path(), proof.signedSeal());
  }

  private static EventContent renamed(EventContent event) {
    return new EventContent(
        event.stream(),
        event.sequence(),
        event.type(),
        event.micros(),
        event.id(),
        event.keys(),
        event.metadata(),
        "{\"lamp\":\"another\"}".getBytes(StandardCharsets.UTF_8));
  }
}
