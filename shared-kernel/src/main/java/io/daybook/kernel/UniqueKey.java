package io.daybook.kernel;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// The key under which a name or an address is unique: two texts of one key are the same to people.
///
/// It is the text in NFC, without blanks around it, with one blank for each run of them, without the
/// characters that show nothing, and with its case folded (`Straße` and `STRASSE` have one key).
public final class UniqueKey {

  private UniqueKey() {}

  public static String of(String text) {
    StringBuilder visible = new StringBuilder(text.length());
    Texts.visible(Texts.tidied(text)).forEach(point -> append(visible, point));
    return Texts.composed(folded(Texts.tidied(visible.toString())));
  }

  /// The keys under which an earlier program claimed the same text, where those are others: it only
  /// wrote it in lower case, and took it as it was typed.
  public static List<String> earlier(String text) {
    String key = of(text);
    return Stream.of(text, Texts.composed(text), Normalizer.normalize(text, Form.NFD))
        .map(typed -> typed.toLowerCase(Locale.ROOT))
        .distinct()
        .filter(typed -> !typed.equals(key))
        .toList();
  }

  /// Java has no case folding of its own. By way of upper case, all forms of a letter come to one; a
  /// sigma at a word's end is a sigma.
  private static String folded(String text) {
    return text.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT).replace('ς', 'σ');
  }

  private static void append(StringBuilder key, int point) {
    if (!Texts.isBlank(point)) {
      key.appendCodePoint(point);
    } else if (key.isEmpty() || key.charAt(key.length() - 1) != ' ') {
      key.append(' ');
    }
  }
}
