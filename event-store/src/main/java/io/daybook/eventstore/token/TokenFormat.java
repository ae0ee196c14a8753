package io.daybook.eventstore.token;

import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;

/// How a token is stored in its row.
record TokenFormat(Serializer serializer) {

  record Stored(@Nullable String token, @Nullable String type) {

    @Nullable TrackingToken read(TokenFormat format) {
      return token == null || type == null ? null : format.read(token, type);
    }
  }

  private TrackingToken read(String token, String type) {
    try {
      return serializer.deserialize(new SimpleSerializedObject<>(token, String.class, type, null));
    } catch (SerializationException e) {
      throw new SerializationException(
          "The token %s cannot be read. If it holds the context of a reset, its class has to be in a package of the application or of daybook.engine.trusted-packages"
              .formatted(token),
          e);
    }
  }

  Stored write(@Nullable TrackingToken token) {
    if (token == null) {
      return new Stored(null, null);
    }
    SerializedObject<String> serialized = serializer.serialize(token, String.class);
    return new Stored(serialized.getData(), serialized.getType().getName());
  }
}
