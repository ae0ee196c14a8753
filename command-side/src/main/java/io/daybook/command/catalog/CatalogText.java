package io.daybook.command.catalog;

import static io.daybook.catalog.CatalogRejection.INVALID_DATA;
import static io.daybook.catalog.CatalogRejection.INVALID_NAME;

import io.daybook.kernel.Rejection;
import io.daybook.kernel.Texts;
import org.jspecify.annotations.Nullable;

/// Texts of the catalogue, without blanks around them.
final class CatalogText {
  private static final int MAX_NAME = 200;
  private static final int MAX_DESCRIPTION = 10_000;

  private CatalogText() {}

  static String name(String field, @Nullable String value) {
    String name = Texts.tidied(value);
    if (!Texts.isLine(name, MAX_NAME)) {
      throw Rejection.of(INVALID_NAME)
          .with(field, value, "must have 1 to 200 printable characters");
    }
    return name;
  }

  /// Empty where there is none.
  static String description(@Nullable String value) {
    String description = Texts.tidied(value);
    if (Texts.length(description) > MAX_DESCRIPTION || Texts.fault(description) != null) {
      throw Rejection.of(INVALID_DATA)
          .with("description", value, "must have at most 10000 characters, and no controls");
    }
    return description;
  }
}
