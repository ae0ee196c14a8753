package io.daybook.eventstore;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// SHA-256: of octets, or of fields that cannot run into each other, because every field without a fixed length
/// is preceded by its length.
public final class Sha256 {

  /// Of a hash, in octets.
  public static final int LENGTH = 32;

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

  public static byte[] of(byte[] bytes) {
    return digest().digest(bytes);
  }

  /// Of the text in UTF-8.
  public static byte[] of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  /// In 64 lower-case hexadecimal digits.
  public static String hexOf(byte[] bytes) {
    return HexFormat.of().formatHex(of(bytes));
  }

  public Sha256 octet(int value) {
    digest.update((byte) value);
    return this;
  }

  public Sha256 number(long value) {
    ByteBuffer.wrap(number).putLong(value);
    digest.update(number);
    return this;
  }

  public Sha256 text(@Nullable String text) {
    return text == null ? number(ABSENT) : bytes(text.getBytes(StandardCharsets.UTF_8));
  }

  public Sha256 bytes(byte[] bytes) {
    return number(bytes.length).fixed(bytes);
  }

  /// Octets whose number is always the same, and which are therefore not preceded by it.
  public Sha256 fixed(byte[] bytes) {
    digest.update(bytes);
    return this;
  }

  /// The hash of all fields; the next field begins another hash.
  public byte[] end() {
    return digest.digest();
  }
}
