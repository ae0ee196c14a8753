package io.daybook.command.snapshot;

/// The names under which an aggregate asks to be snapshotted. Such an aggregate carries a revision:
/// when the shape of its state changes, the revision does, and older snapshots are passed over.
public final class Snapshots {
  public static final String EVERY_FIFTY_EVENTS = "everyFiftyEvents";

  private Snapshots() {}
}
