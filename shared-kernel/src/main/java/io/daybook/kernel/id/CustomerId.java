package io.daybook.kernel.id;

import io.daybook.kernel.Id;
import java.util.UUID;

/// Identifies a customer within a tenant.
public record CustomerId(String value) implements Id {
  public static final String PREFIX = "cus_";

  public CustomerId {
    Id.checked(PREFIX, value);
  }

  public static CustomerId of(UUID uuid) {
    return new CustomerId(PREFIX + uuid);
  }

  @Override
  public String toString() {
    return value;
  }
}
