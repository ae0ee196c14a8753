package io.daybook.kernel.id;

import io.daybook.kernel.Id;
import java.util.UUID;

/// Identifies a cart.
public record CartId(String value) implements Id {
  public static final String PREFIX = "crt_";

  public CartId {
    Id.checked(PREFIX, value);
  }

  public static CartId of(UUID uuid) {
    return new CartId(PREFIX + uuid);
  }

  /// A customer's own cart, the one that is used where none is named.
  public static CartId of(CustomerId customer) {
    return of(customer.uuid());
  }

  @Override
  public String toString() {
    return value;
  }
}
