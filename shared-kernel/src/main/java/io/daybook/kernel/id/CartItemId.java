package io.daybook.kernel.id;

import io.daybook.kernel.Id;
import java.util.UUID;

/// Identifies a line of a cart.
public record CartItemId(String value) implements Id {
  public static final String PREFIX = "itm_";

  public CartItemId {
    Id.checked(PREFIX, value);
  }

  public static CartItemId of(UUID uuid) {
    return new CartItemId(PREFIX + uuid);
  }

  @Override
  public String toString() {
    return value;
  }
}
