package io.daybook.eventstore.read;

import io.daybook.eventstore.StoredType;
import java.time.Instant;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.SerializedMetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.jspecify.annotations.Nullable;

/// A row of the event table, or of a snapshot, which has no position. Nothing in it is read before
/// somebody asks.
@SuppressWarnings("ArrayRecordComponent") // never compared
record EventRow(
    long position,
    long sequence,
    long micros,
    UUID id,
    StoredType type,
    String stream,
    byte[] metadata,
    RowPayload payload)
    implements DomainEventData<byte[]>, TrackedEventData<byte[]> {

  private static final long MICROS = 1_000_000;
  private static final long NANOS_IN_A_MICRO = 1_000;

  /// Whether its payload is read only when somebody asks.
  boolean isLarge() {
    return payload instanceof RowPayload.Large;
  }

  /// In bytes, as far as it can grow.
  long size() {
    return (long) payload.size() + metadata.length;
  }

  @Override
  public TrackingToken trackingToken() {
    return new GlobalSequenceTrackingToken(position);
  }

  @Override
  public String getEventIdentifier() {
    return id.toString();
  }

  @Override
  public Instant getTimestamp() {
    return Instant.ofEpochSecond(
        Math.floorDiv(micros, MICROS), Math.floorMod(micros, MICROS) * NANOS_IN_A_MICRO);
  }

  @Override
  public SerializedObject<byte[]> getMetaData() {
    return new SerializedMetaData<>(metadata, byte[].class);
  }

  @Override
  public SerializedObject<byte[]> getPayload() {
    return new RowPayload.Serialized(
        payload, new SimpleSerializedType(type.name(), type.revision()));
  }

  @Override
  public @Nullable String getType() {
    return type.aggregateType();
  }

  /// Null for a plain event, which has its own id for a stream: it is read as it was published, as an event of
  /// no aggregate.
  @Override
  @SuppressWarnings("NullAway") // Axon asks for null here, and does not say so
  public @Nullable String getAggregateIdentifier() {
    return isPlain() ? null : stream;
  }

  private boolean isPlain() {
    return type.aggregateType() == null && sequence == 0 && stream.equals(id.toString());
  }

  @Override
  public long getSequenceNumber() {
    return sequence;
  }
}
