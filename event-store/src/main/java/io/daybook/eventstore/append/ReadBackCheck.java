package io.daybook.eventstore.append;

import io.daybook.eventstore.NotStorable;
import io.daybook.eventstore.format.StoredText;
import io.daybook.eventstore.json.StoredJson;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/// Refuses an event that would not be read again as it is: every other event of its aggregate would be out of
/// reach with it, and every reader of the store would meet it.
///
/// The payload is read from the bytes that are about to be written. Records compare by their values; what has no
/// equality of its own is written once more, and the bytes are compared.
final class ReadBackCheck {

  private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");

  private ReadBackCheck() {}

  /// The payload, as it is to be written.
  ///
  /// @throws NotStorable if Jackson cannot write a value of it
  static SerializedObject<byte[]> write(EventMessage<?> event, Serializer serializer) {
    try {
      return event.serializePayload(serializer, byte[].class);
    } catch (SerializationException e) {
      if (e.getCause() instanceof JacksonException json) {
        throw new NotStorable(
            serializer.typeForClass(event.getPayloadType()).getName(),
            path(json),
            "cannot be written: " + StoredText.readable(json.getOriginalMessage()),
            e);
      }
      throw e;
    }
  }

  /// @param written the payload of the event
  /// @throws NotStorable if it would be another event, or none, when it is read
  static void run(EventMessage<?> event, SerializedObject<byte[]> written, Serializer serializer) {
    String type = written.getType().getName();
    if (event.getTimestamp().isBefore(FIRST) || event.getTimestamp().isAfter(LAST)) {
      throw new NotStorable(type, "timestamp", "is outside of the years 0 to 9999");
    }
    StoredJson.fault(written.getData())
        .ifPresent(
            fault -> {
              throw new NotStorable(type, StoredText.readable(fault.field()), fault.reason());
            });
    @Nullable Object read = read(type, written, serializer);
    if (!Objects.equals(event.getPayload(), read)) {
      String differing = differing(event.getPayload(), read, serializer);
      if (!differing.isEmpty() || !isWrittenAlike(written, read, serializer)) {
        throw new NotStorable(type, differing, "is read as another value than was written");
      }
    }
  }

  private static @Nullable Object read(
      String type, SerializedObject<byte[]> written, Serializer serializer) {
    try {
      return serializer.deserialize(written);
    } catch (RuntimeException | StackOverflowError e) {
      throw new NotStorable(
          type, path(e), "cannot be read again: " + StoredText.readable(rootMessage(e)), e);
    }
  }

  private static boolean isWrittenAlike(
      SerializedObject<byte[]> written, @Nullable Object read, Serializer serializer) {
    return read != null
        && Arrays.equals(serializer.serialize(read, byte[].class).getData(), written.getData());
  }

  /// Where Jackson was when it failed.
  private static String path(Throwable failure) {
    for (@Nullable Throwable each = failure; each != null; each = each.getCause()) {
      if (each instanceof JacksonException json) {
        List<JacksonException.Reference> path = json.getPath();
        return path.stream()
            .map(JacksonException.Reference::getPropertyName)
            .filter(Objects::nonNull)
            .map(StoredText::readable)
            .collect(Collectors.joining("."));
      }
    }
    return "";
  }

  private static String rootMessage(Throwable failure) {
    Throwable root = failure;
    for (@Nullable Throwable cause = root.getCause(); cause != null; cause = cause.getCause()) {
      root = cause;
    }
    return root instanceof JacksonException json
        ? json.getOriginalMessage()
        : String.valueOf(root.getMessage());
  }

  /// The first component of a record that differs, by `equals` and by what is written of it: one that is an
  /// array, say, has no equality of its own.
  private static String differing(Object written, @Nullable Object read, Serializer serializer) {
    if (read == null || !written.getClass().isRecord() || written.getClass() != read.getClass()) {
      return "";
    }
    for (RecordComponent component : written.getClass().getRecordComponents()) {
      try {
        component.getAccessor().setAccessible(true);
        @Nullable Object before = component.getAccessor().invoke(written);
        @Nullable Object after = component.getAccessor().invoke(read);
        if (!Objects.deepEquals(before, after) && !areWrittenAlike(before, after, serializer)) {
          return component.getName();
        }
      } catch (ReflectiveOperationException | RuntimeException unknown) {
        return "";
      }
    }
    return "";
  }

  private static boolean areWrittenAlike(
      @Nullable Object one, @Nullable Object other, Serializer serializer) {
    return one != null
        && other != null
        && Arrays.equals(
            serializer.serialize(one, byte[].class).getData(),
            serializer.serialize(other, byte[].class).getData());
  }
}
