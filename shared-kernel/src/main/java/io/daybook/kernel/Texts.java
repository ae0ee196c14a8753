package io.daybook.kernel;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// What a text is, for everybody who takes one. It is in NFC, so that what looks the same is the same
/// however it was typed, and its length is counted in code points.
public final class Texts {

  /// Where a field sets no other limit by [AtMost].
  public static final int MOST = 1_000;

  /// Below this all characters are in NFC already, which nearly all texts consist of.
  private static final char FIRST_COMBINING = 0x300;

  private static final int DELETE = 0x7F;

  /// Letters that show nothing: fillers of Hangul, the empty pattern of Braille.
  private static final String BLANK_LETTERS = "\u115F\u1160\u2800\u3164\uFFA0";

  private Texts() {}

  /// The text in NFC.
  public static String composed(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= FIRST_COMBINING) {
        return Normalizer.normalize(text, Form.NFC);
      }
    }
    return text;
  }

  /// The text in NFC, without blanks around it; empty where there is none.
  public static String tidied(@Nullable String text) {
    if (text == null) {
      return "";
    }
    String composed = composed(text);
    int begin = 0;
    int end = composed.length();
    while (begin < end && isBlank(composed.charAt(begin))) {
      begin++;
    }
    while (end > begin && isBlank(composed.charAt(end - 1))) {
      end--;
    }
    return composed.substring(begin, end);
  }

  /// What people call the number of its characters.
  public static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  /// Whether it may be a name: one line, with something to see, and not too long.
  public static boolean isLine(String text, int most) {
    return length(text) <= most
        && text.codePoints().noneMatch(Texts::breaksLine)
        && fault(text) == null
        && isVisible(text);
  }

  /// Whether there is anything to see: blanks, controls, joiners and marks alone show nothing.
  public static boolean isVisible(String text) {
    return text.codePoints().anyMatch(point -> !isInvisible(point) && !isMark(point));
  }

  /// Whether a character of it cannot be seen, such as a joiner or a blank.
  public static boolean hasInvisible(String text) {
    return text.codePoints().anyMatch(Texts::isInvisible);
  }

  /// The rule that a text breaks that cannot be kept, shown and read again.
  public static @Nullable String fault(String text) {
    int at = 0;
    while (at < text.length()) {
      int point = text.codePointAt(at);
      String rule = point >= ' ' && point < DELETE ? null : fault(point);
      if (rule != null) {
        return rule;
      }
      at += Character.charCount(point);
    }
    return null;
  }

  static boolean isBlank(int point) {
    return Character.isWhitespace(point) || Character.isSpaceChar(point);
  }

  static boolean isInvisible(int point) {
    return isBlank(point)
        || Character.isISOControl(point)
        || Character.getType(point) == Character.FORMAT
        || isVariationSelector(point)
        || BLANK_LETTERS.indexOf(point) >= 0;
  }

  /// The letters of one text that say nothing are left out.
  static IntStream visible(String text) {
    return text.codePoints().filter(point -> isBlank(point) || !isInvisible(point));
  }

  private static boolean isMark(int point) {
    int type = Character.getType(point);
    return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
  }

  private static boolean isVariationSelector(int point) {
    return (point >= 0xFE00 && point <= 0xFE0F) || (point >= 0xE0100 && point <= 0xE01EF);
  }

  private static boolean breaksLine(int point) {
    return Character.isISOControl(point) || point == 0x2028 || point == 0x2029;
  }

  private static @Nullable String fault(int point) {
    if (point <= 0xFFFF && Character.isSurrogate((char) point)) {
      return "must not contain half a character (an unpaired surrogate)";
    }
    if (Character.isISOControl(point) && point != '\n' && point != '\r' && point != '\t') {
      return "must not contain control characters";
    }
    boolean isNone = (point & 0xFFFE) == 0xFFFE || (point >= 0xFDD0 && point <= 0xFDEF);
    return isNone ? "must not contain what Unicode says is no character" : null;
  }
}
