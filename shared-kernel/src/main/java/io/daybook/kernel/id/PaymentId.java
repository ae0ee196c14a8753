package io.daybook.kernel.id;

import io.daybook.kernel.Id;
import java.util.UUID;

/// Identifies a payment.
public record PaymentId(String value) implements Id {
  public static final String PREFIX = "pay_";

  public PaymentId {
    Id.checked(PREFIX, value);
  }

  public static PaymentId of(UUID uuid) {
    return new PaymentId(PREFIX + uuid);
  }

  /// The payment that an order's placement asks for. Derived, so that asking twice is asking once.
  public static PaymentId of(OrderId order) {
    return of(order.uuid());
  }

  @Override
  public String toString() {
    return value;
  }
}
