package io.daybook.kernel.id;

import io.daybook.kernel.Id;
import java.util.UUID;

/// Identifies a category.
public record CategoryId(String value) implements Id {
  public static final String PREFIX = "cat_";

  public CategoryId {
    Id.checked(PREFIX, value);
  }

  public static CategoryId of(UUID uuid) {
    return new CategoryId(PREFIX + uuid);
  }

  @Override
  public String toString() {
    return value;
  }
}
