package io.daybook.kernel;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Currency;
import java.util.Set;

/// What a tenant may set for itself.
///
/// @param countries ISO 3166-1 alpha-2 codes of the countries that the shop sends to
/// @param shippingCost what an order's shipping costs where staff give no other amount
/// @param taxRate a fraction of the discounted lines and the shipping, such as 0.19
/// @param reservation how long stock is held for a placement that waits for its payment
/// @param cartExpiry after how long without use a cart expires
/// @param cartUndo for how long a removed line can be restored
/// @param verification for how long an e-mail verification token is valid
public record TenantPolicy(
    Currency currency,
    Set<String> countries,
    Money shippingCost,
    BigDecimal taxRate,
    Duration reservation,
    Duration cartExpiry,
    Duration cartUndo,
    Duration verification) {

  /// The policies of all tenants.
  @FunctionalInterface
  public interface Source {
    TenantPolicy of(TenantId tenant);
  }
}
