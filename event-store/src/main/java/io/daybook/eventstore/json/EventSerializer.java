package io.daybook.eventstore.json;

import io.daybook.eventstore.EventType;
import io.daybook.eventstore.EventTypes;
import io.daybook.eventstore.JsonRules;
import io.daybook.eventstore.format.MetadataFormat;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.jspecify.annotations.Nullable;

/// Stores an event under its catalogue name and revision, and its metadata as a flat object.
///
/// A stored event that the catalogue does not know, or that no upcaster brought to today's revision,
/// is an error: skipping it would leave a hole in an aggregate or a read model.
public final class EventSerializer extends Jackson3Serializer {

  private final EventTypes types;

  public EventSerializer(EventTypes types, JsonRules rules) {
    super(Jackson3Serializer.builder().jsonMapperBuilderCustomizer(rules));
    this.types = types;
  }

  @Override
  public <T> SerializedObject<T> serialize(Object object, Class<T> expectedRepresentation) {
    Object flat = object instanceof MetaData metadata ? MetadataFormat.asRead(metadata) : object;
    return super.serialize(flat, expectedRepresentation);
  }

  @Override
  @SuppressWarnings("rawtypes") // as declared by Axon
  public SerializedType typeForClass(@Nullable Class type) {
    if (type == null || type == Void.class || type == MetaData.class) {
      return super.typeForClass(type);
    }
    EventType known = typeOf(type);
    return new SimpleSerializedType(known.name(), Integer.toString(known.revision()));
  }

  private EventType typeOf(Class<?> type) {
    return types
        .typeOf(type)
        .orElseThrow(
            () -> new SerializationException(type.getName() + " is no event of the catalogue"));
  }

  @Override
  public Class<?> classForType(SerializedType type) {
    if (SerializedType.emptyType().equals(type) || isMetadata(type)) {
      return super.classForType(type);
    }
    Class<?> event =
        types.classOf(type.getName()).orElseThrow(() -> new SerializationException(unknown(type)));
    String today = Integer.toString(typeOf(event).revision());
    if (!today.equals(type.getRevision())) {
      throw new SerializationException(unknown(type) + ", today's is " + today);
    }
    return event;
  }

  private static boolean isMetadata(SerializedType type) {
    return MetaData.class.getName().equals(type.getName());
  }

  private static String unknown(SerializedType type) {
    return "No event of the catalogue: " + type.getName() + ", revision " + type.getRevision();
  }
}
