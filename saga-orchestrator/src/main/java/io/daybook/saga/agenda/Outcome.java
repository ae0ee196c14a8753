package io.daybook.saga.agenda;

import java.time.Instant;
import java.util.Map;

/// What becomes of an entry after it was done.
public sealed interface Outcome {
  Outcome DONE = new Done();

  /// The entry is removed.
  record Done() implements Outcome {}

  /// The entry stays, to be done again.
  record Again(Instant due, Map<String, String> data) implements Outcome {}
}
