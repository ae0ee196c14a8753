package io.daybook.eventstore.token;

import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;

/// How a token looks in its row.
record TokenForm(Serializer serializer) {

  record Stored(@Nullable String token, @Nullable String type) {

    @Nullable TrackingToken read(TokenForm form) {
      return token == null || type == null
          ? null
          : form.serializer.deserialize(
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
