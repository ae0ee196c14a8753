package io.daybook.eventstore.format;

import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.Converter;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;

/// The application's serializer for payloads, and [MetadataFormat] for metadata. Metadata in JSON, as dead letters
/// have it, is read as well.
public final class RowSerializer implements Serializer {

  /// How metadata began that was written as JSON, in dead letters of earlier programs.
  private static final byte JSON_OBJECT = '{';

  private final Serializer payloads;
  private final MetadataFormat metadata;

  public RowSerializer(Serializer payloads, MetadataFormat metadata) {
    this.payloads = payloads;
    this.metadata = metadata;
  }

  @Override
  @SuppressWarnings("unchecked") // whoever asks for metadata gets it
  public <S, T> T deserialize(SerializedObject<S> stored) {
    return isMetadata(stored) && stored.getData() instanceof byte[] bytes && !isJson(bytes)
        ? (T) metadata.read(bytes)
        : payloads.deserialize(stored);
  }

  private static boolean isMetadata(SerializedObject<?> stored) {
    return MetaData.class.getName().equals(stored.getType().getName());
  }

  private static boolean isJson(byte[] stored) {
    return stored.length > 0 && stored[0] == JSON_OBJECT;
  }

  @Override
  public <T> SerializedObject<T> serialize(Object object, Class<T> expectedRepresentation) {
    return object instanceof MetaData entries && expectedRepresentation == byte[].class
        ? new SimpleSerializedObject<>(
            expectedRepresentation.cast(metadata.write(entries)),
            expectedRepresentation,
            payloads.typeForClass(MetaData.class))
        : payloads.serialize(object, expectedRepresentation);
  }

  @Override
  public <T> boolean canSerializeTo(Class<T> expectedRepresentation) {
    return payloads.canSerializeTo(expectedRepresentation);
  }

  @Override
  @SuppressWarnings("rawtypes") // as declared by Axon
  public Class classForType(SerializedType type) {
    return payloads.classForType(type);
  }

  @Override
  @SuppressWarnings("rawtypes") // as declared by Axon
  public SerializedType typeForClass(Class type) {
    return payloads.typeForClass(type);
  }

  @Override
  public Converter getConverter() {
    return payloads.getConverter();
  }
}
