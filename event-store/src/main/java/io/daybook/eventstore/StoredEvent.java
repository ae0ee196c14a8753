package io.daybook.eventstore;

import java.time.Instant;
import java.util.Map;

/// An event as it is stored: its own name and revision, not upcast; `payload` is JSON; `at` is when
/// it was recorded.
public record StoredEvent(
    long position,
    String id,
    String stream,
    long sequence,
    EventType type,
    Instant at,
    Map<String, String> metadata,
    String payload) {

  public StoredEvent {
    metadata = Map.copyOf(metadata);
  }
}
