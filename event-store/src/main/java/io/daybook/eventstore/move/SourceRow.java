package io.daybook.eventstore.move;

import org.jspecify.annotations.Nullable;

/// An event as it is in Axon's table.
@SuppressWarnings("ArrayRecordComponent") // never compared
record SourceRow(
    long index,
    String id,
    String aggregate,
    long sequence,
    @Nullable String aggregateType,
    String payloadType,
    @Nullable String revision,
    String timestamp,
    byte[] payload,
    byte @Nullable [] metadata) {

  /// Where it stands, for whoever has to look at it.
  String place() {
    return "the event at global index %,d (%s)".formatted(index, payloadType);
  }
}
