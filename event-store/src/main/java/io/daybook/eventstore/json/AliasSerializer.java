package io.daybook.eventstore.json;

import io.daybook.eventstore.TypeAliases;
import org.axonframework.serialization.Converter;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.jspecify.annotations.Nullable;

/// Decorates a serializer: a class with a [io.daybook.eventstore.TypeAlias] is stored under its alias, and read
/// under any name that it had.
public final class AliasSerializer implements Serializer {

  private final Serializer serializer;
  private final TypeAliases aliases;

  public AliasSerializer(Serializer serializer, TypeAliases aliases) {
    this.serializer = serializer;
    this.aliases = aliases;
  }

  @Override
  public <T> SerializedObject<T> serialize(
      @Nullable Object object, Class<T> expectedRepresentation) {
    SerializedObject<T> written = serializer.serialize(object, expectedRepresentation);
    return object == null
        ? written
        : new SimpleSerializedObject<>(
            written.getData(), written.getContentType(), typeForClass(object.getClass()));
  }

  @Override
  public <S, T> T deserialize(SerializedObject<S> stored) {
    return serializer.deserialize(
        new SimpleSerializedObject<>(
            stored.getData(), stored.getContentType(), inJava(stored.getType())));
  }

  private SerializedType inJava(SerializedType stored) {
    return aliases
        .classOf(stored.getName())
        .<SerializedType>map(type -> new SimpleSerializedType(type.getName(), stored.getRevision()))
        .orElse(stored);
  }

  @Override
  @SuppressWarnings("rawtypes") // as declared by Axon
  public Class classForType(SerializedType type) {
    return serializer.classForType(inJava(type));
  }

  @Override
  @SuppressWarnings("rawtypes") // as declared by Axon
  public SerializedType typeForClass(@Nullable Class type) {
    SerializedType inJava = serializer.typeForClass(type);
    return type == null
        ? inJava
        : new SimpleSerializedType(nameOf(type, inJava), inJava.getRevision());
  }

  private String nameOf(Class<?> type, SerializedType inJava) {
    String alias = aliases.nameOf(type);
    return alias.equals(type.getName()) ? inJava.getName() : alias;
  }

  @Override
  public <T> boolean canSerializeTo(Class<T> expectedRepresentation) {
    return serializer.canSerializeTo(expectedRepresentation);
  }

  @Override
  public Converter getConverter() {
    return serializer.getConverter();
  }
}
