package io.daybook.eventstore.format;

import io.daybook.eventstore.NotStorable;
import org.jspecify.annotations.Nullable;

/// Which texts PostgreSQL keeps as they are. It refuses the character NUL, and the driver sends a question mark for
/// one half of a surrogate pair, so that two texts become one.
public final class StoredText {

  public static final String NUL = "contains the character NUL";
  public static final String UNPAIRED = "contains one half of a surrogate pair";

  private static final char STANDS_FOR_OTHERS = '\uFFFD';

  private StoredText() {}

  /// Why the text would not be kept as it is; null if it would.
  public static @Nullable String fault(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0) {
        return NUL;
      }
      if (Character.isSurrogate(c)) {
        if (!isPair(text, i)) {
          return UNPAIRED;
        }
        i++;
      }
    }
    return null;
  }

  private static boolean isPair(String text, int first) {
    return first + 1 < text.length()
        && Character.isSurrogatePair(text.charAt(first), text.charAt(first + 1));
  }

  /// @throws NotStorable if the text would not be kept as it is
  public static void require(String subject, String field, String text) {
    @Nullable String fault = fault(text);
    if (fault != null) {
      throw new NotStorable(subject, field, fault);
    }
  }

  /// The text with a replacement character for whatever PostgreSQL would not keep: for what people read.
  public static String readable(String text) {
    if (fault(text) == null) {
      return text;
    }
    StringBuilder kept = new StringBuilder(text.length());
    text.codePoints()
        .forEach(point -> kept.appendCodePoint(isKept(point) ? point : STANDS_FOR_OTHERS));
    return kept.toString();
  }

  private static boolean isKept(int point) {
    return point != 0 && Character.getType(point) != Character.SURROGATE;
  }
}
