package io.daybook.command.catalog;

import static io.daybook.catalog.CatalogRejection.INVALID_DATA;
import static io.daybook.catalog.CatalogRejection.INVALID_NAME;

import io.daybook.kernel.Rejection;
import org.jspecify.annotations.Nullable;

/// Texts of the catalogue, without blanks around them.
final class CatalogText {
  private static final int MAX_NAME = 200;
  private static final int MAX_DESCRIPTION = 10_000;

  private CatalogText() {}

  static String name(String field, @Nullable String value) {
    String name = value == null ? "" : value.strip();
    if (name.isEmpty()
        || name.length() > MAX_NAME
        || name.chars().anyMatch(Character::isISOControl)) {
      throw Rejection.of(INVALID_NAME)
          .with(field, value, "must have 1 to 200 printable characters");
    }
    return name;
  }

  /// Empty where there is none.
  static String description(@Nullable String value) {
    String description = value == null ? "" : value.strip();
    if (description.length() > MAX_DESCRIPTION || description.indexOf('\0') >= 0) {
      throw Rejection.of(INVALID_DATA)
          .with("description", null, "must have at most 10000 characters, none of them NUL");
    }
    return description;
  }
}
