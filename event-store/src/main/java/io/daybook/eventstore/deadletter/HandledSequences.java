package io.daybook.eventstore.deadletter;

import java.util.HashSet;
import java.util.Set;

/// The sequences of which the current transaction of one processor has handled events, to be compared with the dead
/// letters before it commits.
final class HandledSequences {

  private final ParkedSequences parked;
  private final Set<String> handled = new HashSet<>();
  private final Set<String> own = new HashSet<>();
  private final boolean assumesNone;
  private boolean confirmed;

  HandledSequences(ParkedSequences parked) {
    this.parked = parked;
    this.assumesNone = parked.isEmpty();
  }

  /// Whether an event of the sequence has to wait behind a letter. If not, it counts as handled.
  boolean mustWait(String sequence) {
    if (!(assumesNone && own.isEmpty()) && parked.holds(sequence)) {
      return true;
    }
    own.remove(sequence);
    handled.add(sequence);
    return false;
  }

  /// Called before an event of the sequence is parked because it could not be handled.
  ///
  /// @throws UnexpectedDeadLetters if it should have waited behind another letter
  void parking(String sequence) {
    if (!own.contains(sequence) && !parked.among(Set.of(sequence)).isEmpty()) {
      throw unexpected(Set.of(sequence));
    }
    own.add(sequence);
    parked.add(sequence);
  }

  /// Whether it is taken for granted, and not known yet, that the processor has no letter at all.
  boolean isAssumption() {
    return assumesNone && own.isEmpty() && !confirmed;
  }

  String processor() {
    return parked.processor();
  }

  void confirm() {
    confirmed = true;
  }

  /// @throws UnexpectedDeadLetters if there are letters of sequences that were handled
  void verify() {
    if (confirmed) {
      return;
    }
    Set<String> checked = new HashSet<>(handled);
    checked.removeAll(own);
    Set<String> wrong = checked.isEmpty() ? Set.of() : parked.among(checked);
    if (!wrong.isEmpty()) {
      throw unexpected(wrong);
    }
    confirmed = true;
    if (assumesNone && own.isEmpty()) {
      parked.forget();
    }
  }

  private UnexpectedDeadLetters unexpected(Set<String> sequences) {
    parked.forget();
    return new UnexpectedDeadLetters(parked.processor(), sequences);
  }
}
