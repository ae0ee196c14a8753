package io.daybook.eventstore;

/// A catalogue name such as `order.OrderPlaced`, and the revision of its payload, counted from 1.
public record EventType(String name, int revision) {

  public EventType {
    if (name.isBlank() || revision < 1) {
      throw new IllegalArgumentException("No event type: " + name + " " + revision);
    }
  }
}
