package io.daybook.eventstore.batch;

import java.util.OptionalLong;

/// Counts the rows that handlers change through their [Batch] while something runs on this thread: whether a dead
/// letter that could be handled has changed anything.
public final class ChangedRows {
  private static final ScopedValue<ChangedRows> CURRENT = ScopedValue.newInstance();

  private boolean batched;
  private long rows;

  public static ChangedRows during(Runnable work) {
    ChangedRows changed = new ChangedRows();
    ScopedValue.where(CURRENT, changed).run(work);
    return changed;
  }

  /// Called for each handler that takes a batch.
  static void expect() {
    if (CURRENT.isBound()) {
      CURRENT.get().batched = true;
    }
  }

  static void add(int rows) {
    if (CURRENT.isBound()) {
      CURRENT.get().rows += Math.max(0, rows);
    }
  }

  /// Empty if no handler has written by a batch: what it changes is not known here.
  public OptionalLong count() {
    return batched ? OptionalLong.of(rows) : OptionalLong.empty();
  }
}
