package io.daybook.eventstore.audit;

import java.util.ArrayList;
import java.util.List;

/// How far a verification has come; from there it can go on another time.
///
/// @param head the last seal that is in order
/// @param adopted the events up to there that were sealed only some time after they were written
public record Checked(SignedHead head, long seals, List<Range> adopted) {

  public static final Checked NOTHING = new Checked(SignedHead.NONE, 0, List.of());

  public Checked {
    adopted = List.copyOf(adopted);
  }

  Checked with(SealRow row) {
    return new Checked(
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
