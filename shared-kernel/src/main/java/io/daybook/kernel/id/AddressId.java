package io.daybook.kernel.id;

import io.daybook.kernel.Id;
import java.util.UUID;

/// Identifies a shipping address of a customer.
public record AddressId(String value) implements Id {
  public static final String PREFIX = "adr_";

  public AddressId {
    Id.checked(PREFIX, value);
  }

  public static AddressId of(UUID uuid) {
    return new AddressId(PREFIX + uuid);
  }

  @Override
  public String toString() {
    return value;
  }
}
