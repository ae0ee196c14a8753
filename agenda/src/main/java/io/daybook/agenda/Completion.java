package io.daybook.agenda;

import java.time.Instant;
import java.util.Map;

/// What becomes of an entry of the agenda once its task has run.
public sealed interface Completion {
  Completion REMOVE = new Remove();

  record Remove() implements Completion {}

  /// The entry stays, and its task runs again when it is due.
  record Reschedule(Instant due, Map<String, String> data) implements Completion {}
}
