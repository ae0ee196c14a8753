package io.daybook.kernel.id;

import io.daybook.kernel.Id;
import java.util.UUID;

/// Identifies an order, from the moment its placement starts.
public record OrderId(String value) implements Id {
  public static final String PREFIX = "ord_";

  public OrderId {
    Id.checked(PREFIX, value);
  }

  public static OrderId of(UUID uuid) {
    return new OrderId(PREFIX + uuid);
  }

  @Override
  public String toString() {
    return value;
  }
}
