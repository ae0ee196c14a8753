package io.daybook.command.customer;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toUnmodifiableMap;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;

/// What a postal code looks like in each country, from the table `postal-codes.txt`.
///
/// It judges the shape only. A prefix for international mail is taken where it is the country's own, with a
/// hyphen, a blank or nothing behind it: `S-844 67`, `LV 1050`, `LV1050`.
final class PostalCodes {
  private static final String TABLE = "io/daybook/command/customer/postal-codes.txt";
  private static final String OPTIONAL = "optional";
  private static final Pattern COLUMN = Pattern.compile("\\s*\\|\\s*");
  private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");
  private static final Pattern DASHES =
      Pattern.compile("[\\s\\p{Z}]*[\\p{Pd}\\u2212\\u30FC][\\s\\p{Z}]*");
  private static final Pattern ANYTHING = Pattern.compile("[A-Z0-9 -]{0,12}");
  private static final Map<String, Pattern> BY_COUNTRY = read();

  private PostalCodes() {}

  /// @param country ISO 3166-1 alpha-2
  static boolean isRequired(String country) {
    return !matches("", country);
  }

  /// As people write it: with any kind of blank, dash or digit, each of which becomes the plain one.
  static String tidied(String postalCode) {
    String plain = Normalizer.normalize(postalCode, Form.NFKC);
    return BLANKS.matcher(DASHES.matcher(plain).replaceAll("-")).replaceAll(" ").strip();
  }

  static boolean matches(String postalCode, String country) {
    return BY_COUNTRY
        .getOrDefault(country, ANYTHING)
        .matcher(postalCode.toUpperCase(Locale.ROOT))
        .matches();
  }

  /// The countries of the table.
  static Set<String> countries() {
    return BY_COUNTRY.keySet();
  }

  private static Map<String, Pattern> read() {
    try (InputStream table = new ClassPathResource(TABLE).getInputStream()) {
      return new String(table.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> COLUMN.split(line.strip()))
          .collect(toUnmodifiableMap(row -> row[0], PostalCodes::pattern));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Pattern pattern(String[] row) {
    String signs = row[1].isEmpty() ? row[0] : row[0] + "|" + row[1];
    String shapes =
        Arrays.stream(row)
            .skip(2)
            .filter(shape -> !shape.equals(OPTIONAL))
            .map(PostalCodes::expression)
            .collect(joining("|"));
    String required = "(?:(?:" + signs + ")[ -]?)?(?:" + shapes + ")";
    return Pattern.compile(
        Arrays.asList(row).contains(OPTIONAL) ? "(?:" + required + ")?" : required);
  }

  private static String expression(String shape) {
    return shape
        .chars()
        .mapToObj(
            symbol ->
                switch (symbol) {
                  case '9' -> "[0-9]";
                  case 'A' -> "[A-Z]";
                  case 'X' -> "[A-Z0-9]";
                  case ' ', '-' -> "[ -]?";
                  default -> throw new IllegalStateException("No postal code's shape: " + shape);
                })
        .collect(joining());
  }
}
