package io.daybook.kernel.id;

import io.daybook.kernel.Id;
import java.util.UUID;

/// Identifies a variant of a product.
public record VariantId(String value) implements Id {
  public static final String PREFIX = "var_";

  public VariantId {
    Id.checked(PREFIX, value);
  }

  public static VariantId of(UUID uuid) {
    return new VariantId(PREFIX + uuid);
  }

  @Override
  public String toString() {
    return value;
  }
}
