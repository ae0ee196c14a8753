package io.daybook.kernel.id;

import io.daybook.kernel.Id;
import java.util.UUID;

/// Identifies a product.
public record ProductId(String value) implements Id {
  public static final String PREFIX = "prd_";

  public ProductId {
    Id.checked(PREFIX, value);
  }

  public static ProductId of(UUID uuid) {
    return new ProductId(PREFIX + uuid);
  }

  @Override
  public String toString() {
    return value;
  }
}
