package io.daybook.eventstore.audit;

import java.util.List;

/// What came of a verification.
public sealed interface Verdict {

  /// Every sealed event is as it was sealed.
  ///
  /// @param head the anchor for the next time
  /// @param adopted events that were sealed only some time after they were written: nobody knows what
  ///     became of them until then
  /// @param unsealed how many events behind the head of the chain have no seal yet
  record Intact(SignedHead head, long seals, List<Range> adopted, long unsealed)
      implements Verdict {}

  /// @param position the first that is not as it was
  /// @param first and `last`: the batch's positions, as far as they are known
  record Tampered(Finding finding, long position, long first, long last) implements Verdict {}
}
