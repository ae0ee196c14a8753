package io.daybook.eventstore.read;

import java.lang.ref.SoftReference;
import java.util.function.LongFunction;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.jspecify.annotations.Nullable;

/// The payload of a row. A large one is not read together with its row but when somebody asks for it, and may be
/// forgotten again: processors keep a thousand events waiting each, and a page has hundreds.
sealed interface RowPayload {

  /// Above so many bytes a payload is large.
  int LARGE = 16 * 1024;

  byte[] bytes();

  /// In bytes, without reading them.
  int size();

  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Read(byte[] bytes) implements RowPayload {

    @Override
    public int size() {
      return bytes.length;
    }
  }

  /// Still in the database.
  final class Large implements RowPayload {

    private final long position;
    private final int size;
    private final LongFunction<byte[]> source;
    private SoftReference<byte[]> read = new SoftReference<>(null);

    /// @param source reads the payload of the event at a position
    Large(long position, int size, LongFunction<byte[]> source) {
      this.position = position;
      this.size = size;
      this.source = source;
    }

    @Override
    public synchronized byte[] bytes() {
      byte @Nullable [] known = read.get();
      if (known == null) {
        known = source.apply(position);
        read = new SoftReference<>(known);
      }
      return known;
    }

    @Override
    public int size() {
      return size;
    }
  }

  /// As Axon wants it.
  record Serialized(RowPayload payload, SerializedType type) implements SerializedObject<byte[]> {

    @Override
    public Class<byte[]> getContentType() {
      return byte[].class;
    }

    @Override
    public SerializedType getType() {
      return type;
    }

    @Override
    public byte[] getData() {
      return payload.bytes();
    }
  }
}
