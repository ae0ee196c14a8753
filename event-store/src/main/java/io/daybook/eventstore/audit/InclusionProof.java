package io.daybook.eventstore.audit;

import java.util.List;
import java.util.Optional;

/// Proves that an event was in the store when its batch was sealed. It is checked without the store, with the
/// public key alone (RFC 6962, section 2.1.1).
///
/// @param path the neighbours on the way from the event's leaf to the root
public record InclusionProof(
    long position, EventContent event, List<Hash> path, SignedSeal signedSeal) {

  /// What is wrong with it, if anything is.
  public Optional<Finding> check(TrustedKeys keys) {
    Optional<Finding> signature =
        new SealCheck(keys).signature(new SealRow(signedSeal, 0, new byte[0]));
    return signature.isPresent() || leadsToTheRoot() ? signature : Optional.of(Finding.EDITED);
  }

  private boolean leadsToTheRoot() {
    MerkleTree tree = new MerkleTree();
    Seal seal = signedSeal.seal();
    return tree.climb(
            tree.leaf(position, event.hash()),
            position - seal.first(),
            seal.size(),
            path.stream().map(Hash::bytes).toList())
        .map(Hash::of)
        .filter(seal.root()::equals)
        .isPresent();
  }
}
