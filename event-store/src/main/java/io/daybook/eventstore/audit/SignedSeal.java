package io.daybook.eventstore.audit;

import io.daybook.eventstore.Sha256;

/// A seal with its signature.
@SuppressWarnings("ArrayRecordComponent") // never compared
public record SignedSeal(Seal seal, byte[] signature) {

  private static final int DOMAIN = 2;

  /// What the next seal chains to.
  SignedHead head() {
    return new SignedHead(
        seal.last(),
        Hash.of(new Sha256().octet(DOMAIN).bytes(seal.message()).bytes(signature).end()));
  }

  boolean isSignedBy(VerificationKey key) {
    return seal.key().equals(key.fingerprint()) && key.hasSigned(seal.message(), signature);
  }
}
