package io.daybook.eventstore.audit;

import io.daybook.eventstore.Sha256;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// 32 bytes that stand for whatever they are the SHA-256 of; in text as 64 hexadecimal digits.
public record Hash(String hex) {

  private static final Pattern TEXT = Pattern.compile("[0-9a-f]{64}");

  /// Before the first batch.
  static final Hash NONE = new Hash("0".repeat(2 * Sha256.LENGTH));

  /// @throws IllegalArgumentException unless it is 64 lower-case hexadecimal digits
  public Hash {
    if (!TEXT.matcher(hex).matches()) {
      throw new IllegalArgumentException(hex + " is not 64 hexadecimal digits");
    }
  }

  static Hash of(byte[] bytes) {
    return new Hash(HexFormat.of().formatHex(bytes));
  }

  /// What is no hash counts as none: it is not the one that was signed either.
  static Hash stored(byte @Nullable [] bytes) {
    return bytes != null && bytes.length == Sha256.LENGTH ? of(bytes) : NONE;
  }

  public byte[] bytes() {
    return HexFormat.of().parseHex(hex);
  }

  @Override
  public String toString() {
    return hex;
  }
}
