package io.daybook.eventstore.append;

import org.axonframework.eventsourcing.eventstore.EventStoreException;

/// The store cannot take the events now: try again later.
public final class StoreUnavailable extends EventStoreException {

  /// What is known of the events that could not be confirmed.
  public enum Outcome {
    NOTHING_WRITTEN,
    /// They may be written yet. Whoever repeats the command does so under the same idempotency key.
    UNKNOWN
  }

  private final Outcome outcome;

  StoreUnavailable(String message, Outcome outcome) {
    super(message);
    this.outcome = outcome;
  }

  public Outcome outcome() {
    return outcome;
  }
}
