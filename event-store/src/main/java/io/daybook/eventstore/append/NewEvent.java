package io.daybook.eventstore.append;

import java.time.Instant;
import java.util.UUID;
import org.axonframework.eventhandling.EventMessage;

/// An event as it will be written, and the message that it came from, for readers on this node.
record NewEvent(
    String stream,
    long sequence,
    int typeId,
    UUID id,
    Instant recordedAt,
    byte[] metadata,
    byte[] payload,
    EventMessage<?> message) {

  /// In bytes, as far as it can grow.
  long size() {
    return (long) payload.length + metadata.length;
  }
}
