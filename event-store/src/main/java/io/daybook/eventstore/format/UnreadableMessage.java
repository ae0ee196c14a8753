package io.daybook.eventstore.format;

import org.axonframework.messaging.AbstractMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;

/// A stored message whose payload or metadata cannot be read. It keeps the stored bytes, whatever serializer is to
/// write it, so that a dead letter has them.
public final class UnreadableMessage extends AbstractMessage<Object> {

  private static final long serialVersionUID = 1;

  private final transient Stored stored;
  private final Class<?> payloadType;
  private final transient MetaData metadata;
  private final Throwable why;

  /// What the store has of it.
  public record Stored(SerializedObject<byte[]> payload, SerializedObject<byte[]> metadata) {}

  /// @param payloadType of which handlers take it for
  /// @param metadata as far as it can be read
  /// @param why it cannot be read
  public UnreadableMessage(
      String identifier, Stored stored, Class<?> payloadType, MetaData metadata, Throwable why) {
    super(identifier);
    this.stored = stored;
    this.payloadType = payloadType;
    this.metadata = metadata;
    this.why = why;
  }

  /// @throws SerializationException always
  @Override
  public Object getPayload() {
    throw new SerializationException(
        "Event %s (%s, revision %s) cannot be read: %s"
            .formatted(
                getIdentifier(),
                stored.payload().getType().getName(),
                stored.payload().getType().getRevision(),
                StoredText.readable(String.valueOf(why.getMessage()))),
        why);
  }

  @Override
  public MetaData getMetaData() {
    return metadata;
  }

  @Override
  @SuppressWarnings("unchecked") // there is never an object of it
  public Class<Object> getPayloadType() {
    return (Class<Object>) payloadType;
  }

  @Override
  protected UnreadableMessage withMetaData(MetaData other) {
    return new UnreadableMessage(getIdentifier(), stored, payloadType, other, why);
  }

  /// The stored name of its type.
  public String storedType() {
    return stored.payload().getType().getName();
  }

  @Override
  public <R> SerializedObject<R> serializePayload(Serializer serializer, Class<R> representation) {
    return serializer.getConverter().convert(stored.payload(), representation);
  }

  @Override
  public <R> SerializedObject<R> serializeMetaData(Serializer serializer, Class<R> representation) {
    return serializer.getConverter().convert(stored.metadata(), representation);
  }

  @Override
  public String toString() {
    return "UnreadableMessage[%s, %s]".formatted(getIdentifier(), storedType());
  }
}
