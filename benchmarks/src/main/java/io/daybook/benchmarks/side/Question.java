package io.daybook.benchmarks.side;

/// What a side can be asked between two tasks, and answers with a number.
public enum Question {
  /// The position of the last event.
  HEAD,
  /// The bytes of heap that are in use after a full collection.
  HEAP,
  /// Vacuums, and writes what PostgreSQL has in memory only; answers with 0. What follows is not
  /// disturbed by what was left to do.
  SETTLE
}
