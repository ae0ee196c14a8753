package io.daybook.eventstore.json;

import io.daybook.eventstore.format.StoredText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Looks through written JSON for what PostgreSQL or the next reader would not take: the character NUL, one half of
/// a surrogate pair, and an instant outside of the years 0 to 9999, which Java writes with a sign.
public final class StoredJson {

  private static final String EXTREME = "is an instant outside of the years 0 to 9999";
  private static final int ESCAPE_LENGTH = 6;
  private static final int FIRST_OF_THREE_BYTES = 0xED;
  private static final int FIRST_SURROGATE_BYTE = 0xA0;

  private final byte[] json;

  private StoredJson(byte[] json) {
    this.json = json;
  }

  /// @param field the names on the way to it, such as `lines.attributes.colour`
  public record Fault(String field, String reason) {}

  /// The first fault, if there is one.
  public static Optional<Fault> fault(byte[] json) {
    return new StoredJson(json).find();
  }

  private Optional<Fault> find() {
    for (int i = 0; i < json.length; i++) {
      @Nullable String reason = faultAt(i);
      if (reason != null) {
        return Optional.of(new Fault(fieldAt(i), reason));
      }
      if (json[i] == '\\') {
        i += isSurrogateEscape(i) ? 2 * ESCAPE_LENGTH - 1 : 1;
      }
    }
    return Optional.empty();
  }

  /// At the beginning of an escape, of a character or of a text.
  private @Nullable String faultAt(int at) {
    byte b = json[at];
    if (b == '\\') {
      return faultOfEscape(at);
    }
    if (b < 0) {
      return isSurrogateByte(at) ? StoredText.UNPAIRED : null;
    }
    return b == '"' && isExtremeInstant(at + 1) ? EXTREME : null;
  }

  private @Nullable String faultOfEscape(int at) {
    if (isEscape(at, "0000")) {
      return StoredText.NUL;
    }
    return isSurrogateEscape(at) && !(isSurrogateEscape(at + ESCAPE_LENGTH) && isPair(at))
        ? StoredText.UNPAIRED
        : null;
  }

  private boolean isEscape(int at, String digits) {
    if (at + ESCAPE_LENGTH > json.length || json[at + 1] != 'u') {
      return false;
    }
    for (int i = 0; i < digits.length(); i++) {
      if (json[at + 2 + i] != digits.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private boolean isSurrogateEscape(int at) {
    return at + ESCAPE_LENGTH <= json.length
        && json[at] == '\\'
        && json[at + 1] == 'u'
        && (json[at + 2] | 0x20) == 'd'
        && Character.digit(json[at + 3], 16) >= 8;
  }

  private boolean isPair(int at) {
    return Character.isSurrogatePair(unit(at), unit(at + ESCAPE_LENGTH));
  }

  private char unit(int at) {
    return (char) Integer.parseInt(text(at + 2, at + ESCAPE_LENGTH), 16);
  }

  private boolean isSurrogateByte(int at) {
    return (json[at] & 0xFF) == FIRST_OF_THREE_BYTES
        && at + 1 < json.length
        && (json[at + 1] & 0xFF) >= FIRST_SURROGATE_BYTE;
  }

  /// `+300000-01-01T` and the like: Java writes a sign where a year has not four digits.
  private boolean isExtremeInstant(int at) {
    if (at >= json.length || json[at] != '+' && json[at] != '-') {
      return false;
    }
    int year = at + 1;
    while (year < json.length && isDigit(year)) {
      year++;
    }
    return year - at > 4
        && isMonthAndDay(year)
        && isMonthAndDay(year + 3)
        && year + 6 < json.length
        && json[year + 6] == 'T';
  }

  private boolean isMonthAndDay(int at) {
    return at + 2 < json.length && json[at] == '-' && isDigit(at + 1) && isDigit(at + 2);
  }

  private boolean isDigit(int at) {
    return json[at] >= '0' && json[at] <= '9';
  }

  /// Only for what is refused.
  private String fieldAt(int place) {
    Deque<String> names = new ArrayDeque<>();
    for (int i = 0; i < place; i++) {
      switch (json[i]) {
        case '{', '[' -> names.addLast("");
        case '}', ']' -> names.pollLast();
        case '"' -> {
          int end = endOfText(i);
          if (isName(end)) {
            names.pollLast();
            names.addLast(text(i + 1, end));
          }
          i = end;
        }
        default -> {
          // a number, a literal or a separator
        }
      }
    }
    return names.stream().filter(name -> !name.isEmpty()).collect(Collectors.joining("."));
  }

  private int endOfText(int begin) {
    int i = begin + 1;
    while (i < json.length && json[i] != '"') {
      i += json[i] == '\\' ? 2 : 1;
    }
    return Math.min(i, json.length - 1);
  }

  private boolean isName(int end) {
    return end + 1 < json.length && json[end + 1] == ':';
  }

  private String text(int from, int to) {
    return new String(json, from, to - from, StandardCharsets.UTF_8);
  }
}
