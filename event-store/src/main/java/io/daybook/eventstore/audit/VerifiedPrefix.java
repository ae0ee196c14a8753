package io.daybook.eventstore.audit;

import java.util.ArrayList;
import java.util.List;

/// The part of the store that a verification has found to be in order. Another verification can go on behind it.
///
/// @param head the last seal of it
/// @param adopted the events in it that were sealed only some time after they were written
public record VerifiedPrefix(SignedHead head, long seals, List<Range> adopted) {

  public static final VerifiedPrefix NOTHING = new VerifiedPrefix(SignedHead.NONE, 0, List.of());

  public VerifiedPrefix {
    adopted = List.copyOf(adopted);
  }

  VerifiedPrefix with(SealRow row) {
    return new VerifiedPrefix(
        row.head(), seals + 1, row.seal().adopted() ? withAdopted(row.seal()) : adopted);
  }

  private List<Range> withAdopted(Seal seal) {
    List<Range> ranges = new ArrayList<>(adopted);
    boolean goesOn = !ranges.isEmpty() && ranges.getLast().last() + 1 == seal.first();
    long first = goesOn ? ranges.removeLast().first() : seal.first();
    ranges.add(new Range(first, seal.last()));
    return ranges;
  }
}
