package io.daybook.eventstore.append;

import io.daybook.eventstore.audit.EventContent;
import java.util.UUID;
import org.axonframework.eventhandling.EventMessage;

/// An event as it will be written, and its message, which is handed to readers on this node.
///
/// @param hash of the content, for the Merkle log; empty without one
record NewEvent(EventContent content, int typeId, byte[] hash, EventMessage<?> message) {

  String stream() {
    return content.stream();
  }

  long sequence() {
    return content.sequence();
  }

  UUID id() {
    return content.id();
  }

  long micros() {
    return content.micros();
  }

  byte[] metadata() {
    return content.metadata();
  }

  byte[] payload() {
    return content.payload();
  }

  /// In bytes, as far as it can grow.
  long size() {
    return (long) payload().length + metadata().length;
  }
}
