package io.daybook.eventstore.token;

import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;

/// How a token is stored in its row.
record TokenFormat(Serializer serializer) {

  record Stored(@Nullable String token, @Nullable String type) {

    @Nullable TrackingToken read(TokenFormat format) {
      return token == null || type == null
          ? null
          : format.serializer.deserialize(
              new SimpleSerializedObject<>(token, String.class, type, null));
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
