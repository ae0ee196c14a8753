package io.daybook.eventstore;

import java.lang.management.ManagementFactory;
import java.util.UUID;

/// The name under which a node owns something in the database: a segment of a processor, a piece of work.
///
/// @param value process, host and a random part, so that no other node has had it
public record NodeId(String value) {

  /// A new one. What the same process has owned under an earlier one is another node's.
  public static NodeId unique() {
    return new NodeId(ManagementFactory.getRuntimeMXBean().getName() + "/" + UUID.randomUUID());
  }

  @Override
  public String toString() {
    return value;
  }
}
