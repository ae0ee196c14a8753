package io.daybook.eventstore.audit;

import io.daybook.eventstore.audit.EventContents.Found;
import java.util.List;
import java.util.OptionalLong;

/// Whether the events of a batch are those of its seal.
final class BatchCheck {

  private BatchCheck() {}

  /// The first position that is not as it was; none if all are.
  ///
  /// @param found all that is there between the batch's first and last position
  static OptionalLong firstChange(SealRow row, List<Found> found) {
    Seal seal = row.seal();
    if (isComplete(seal, found) && root(seal, found).equals(seal.root())) {
      return OptionalLong.empty();
    }
    for (int i = 0; i < found.size(); i++) {
      long position = seal.first() + i;
      Found event = found.get(i);
      if (event.position() != position || !row.holds(position, event.hash())) {
        return OptionalLong.of(Math.min(position, event.position()));
      }
    }
    return OptionalLong.of(found.size() < seal.size() ? seal.first() + found.size() : seal.first());
  }

  private static boolean isComplete(Seal seal, List<Found> found) {
    return found.size() == seal.size()
        && found.getFirst().position() == seal.first()
        && found.getLast().position() == seal.last();
  }

  private static Hash root(Seal seal, List<Found> found) {
    MerkleTree tree = new MerkleTree();
    return Hash.of(tree.root(tree.leaves(seal.first(), found.stream().map(Found::hash).toList())));
  }
}
