package io.daybook.eventstore.audit;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// An end of the chain of seals: the last position that is sealed, and the hash of the last seal with its
/// signature. Printed as `123:<64 digits>` it is an anchor, which vouches for everything before it.
public record SignedHead(long position, Hash hash) {

  /// Of an empty chain.
  public static final SignedHead NONE = new SignedHead(0, Hash.NONE);

  private static final Pattern TEXT = Pattern.compile("(\\d{1,18}):([0-9a-f]{64})");

  /// @throws IllegalArgumentException unless it is a position, a colon and 64 hexadecimal digits
  public static SignedHead parse(String text) {
    Matcher parts = TEXT.matcher(text.strip());
    if (!parts.matches()) {
      throw new IllegalArgumentException(
          "%s is not <position>:<64 hexadecimal digits>, as a verification prints it"
              .formatted(text));
    }
    return new SignedHead(Long.parseLong(parts.group(1)), new Hash(parts.group(2)));
  }

  @Override
  public String toString() {
    return position + ":" + hash;
  }
}
