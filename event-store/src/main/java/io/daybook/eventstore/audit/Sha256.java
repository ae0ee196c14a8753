package io.daybook.eventstore.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;

/// SHA-256 over fields that cannot run into each other: whatever has no fixed length is preceded by it.
final class Sha256 {

  static final int LENGTH = 32;
  private static final int ABSENT = -1;

  private final MessageDigest digest = digest();
  private final byte[] number = new byte[Long.BYTES];

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  Sha256 octet(int value) {
    digest.update((byte) value);
    return this;
  }

  Sha256 number(long value) {
    ByteBuffer.wrap(number).putLong(value);
    digest.update(number);
    return this;
  }

  Sha256 text(@Nullable String text) {
    return text == null ? number(ABSENT) : bytes(text.getBytes(StandardCharsets.UTF_8));
  }

  Sha256 bytes(byte[] bytes) {
    return number(bytes.length).fixed(bytes);
  }

  /// What always has the same length.
  Sha256 fixed(byte[] bytes) {
    digest.update(bytes);
    return this;
  }

  /// Ready for the next one.
  byte[] end() {
    return digest.digest();
  }
}
