package io.daybook.eventstore.audit;

import java.util.List;
import java.util.Optional;

/// Whether seals are genuine, each for itself, and follow each other.
final class SealCheck {

  private final TrustedKeys keys;

  SealCheck(TrustedKeys keys) {
    this.keys = keys;
  }

  /// What is wrong with each of them by its signature. That is what costs time, so all cores do it.
  List<Optional<Finding>> signatures(List<SealRow> seals) {
    return seals.parallelStream().map(this::signature).toList();
  }

  Optional<Finding> signature(SealRow row) {
    Optional<VerificationKey> key = keys.find(row.seal().key());
    if (key.isEmpty()) {
      return Optional.of(Finding.KEY_UNKNOWN);
    }
    return row.signed().isSignedBy(key.get()) ? Optional.empty() : Optional.of(Finding.SEAL_FORGED);
  }

  static Optional<Finding> link(SignedHead before, SealRow row) {
    Seal seal = row.seal();
    if (seal.first() > before.position() + 1) {
      return Optional.of(Finding.SEAL_MISSING);
    }
    return seal.first() == before.position() + 1 && seal.previous().equals(before.hash())
        ? Optional.empty()
        : Optional.of(Finding.CHAIN_BROKEN);
  }
}
