package io.daybook.eventstore;

import org.axonframework.eventsourcing.eventstore.EventStoreException;

/// A unit of work wants more bytes written at once than the store takes. Nothing is written.
public final class AppendTooLarge extends EventStoreException {

  public AppendTooLarge(long bytes, long limit) {
    super(
        "An append of %,d bytes is above the limit of %,d bytes for one unit of work"
            .formatted(bytes, limit));
  }
}
