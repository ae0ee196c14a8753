package io.daybook.eventstore.audit;

import io.daybook.eventstore.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// What is signed of a batch.
///
/// @param adopted whether the events were there before: then it says what was found, not what was
///     written
/// @param first and `last`: the positions of its events
/// @param root of their tree
/// @param prints the hash of their prints
/// @param previous the hash of the seal before, with its signature
/// @param micros since 1970, by the database's clock
/// @param key the fingerprint of the key that signs
public record Seal(
    boolean adopted,
    long first,
    long last,
    Hash root,
    Hash prints,
    Hash previous,
    long micros,
    Hash key) {

  private static final byte[] DOMAIN = "daybook seal 1\n".getBytes(StandardCharsets.US_ASCII);
  private static final int LENGTH = DOMAIN.length + 1 + 3 * Long.BYTES + 4 * Sha256.LENGTH;

  /// Every field has a fixed length.
  byte[] message() {
    return ByteBuffer.allocate(LENGTH)
        .put(DOMAIN)
        .put((byte) (adopted ? 1 : 0))
        .putLong(first)
        .putLong(last)
        .put(root.bytes())
        .put(prints.bytes())
        .put(previous.bytes())
        .putLong(micros)
        .put(key.bytes())
        .array();
  }

  long size() {
    return last - first + 1;
  }
}
