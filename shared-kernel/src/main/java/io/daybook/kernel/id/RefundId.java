package io.daybook.kernel.id;

import io.daybook.kernel.Id;
import java.util.UUID;

/// Identifies a refund of a payment.
public record RefundId(String value) implements Id {
  public static final String PREFIX = "rfd_";

  public RefundId {
    Id.checked(PREFIX, value);
  }

  public static RefundId of(UUID uuid) {
    return new RefundId(PREFIX + uuid);
  }

  @Override
  public String toString() {
    return value;
  }
}
