package io.daybook.eventstore;

import org.axonframework.eventsourcing.eventstore.EventStoreException;

/// The store cannot take the events now: try again later.
public final class StoreUnavailable extends EventStoreException {

  /// What is known of the events that could not be confirmed.
  public enum WriteOutcome {
    NOTHING_WRITTEN,
    /// They may have been written, or be written yet. Repeat the command with the same idempotency key.
    UNKNOWN
  }

  private final WriteOutcome outcome;

  public StoreUnavailable(String message, WriteOutcome outcome) {
    super(message);
    this.outcome = outcome;
  }

  public WriteOutcome outcome() {
    return outcome;
  }
}
