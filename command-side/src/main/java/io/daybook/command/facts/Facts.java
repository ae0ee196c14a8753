package io.daybook.command.facts;

import java.util.Optional;

/// What is true of another entity at this moment, according to its own stream.
///
/// It takes no lock: what is read may change before the reader commits. A rule that must hold in
/// spite of that is a claim, relies on the stream, or is decided by the other entity itself.
public interface Facts {
  /// Empty when the stream has no events.
  <F> Optional<F> find(Fold<F> fold, String stream);

  /// The same, and the current command is only committed if the stream has not changed by then;
  /// otherwise it is decided again.
  <F> Optional<F> rely(Fold<F> fold, String stream);
}
