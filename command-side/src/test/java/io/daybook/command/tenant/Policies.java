package io.daybook.command.tenant;

import io.daybook.kernel.TenantPolicy;
import java.util.Map;
import java.util.Set;

/// Policies for tests, with the defaults of the real ones.
public final class Policies {
  private Policies() {}

  public static TenantPolicy.Source defaults() {
    return new ConfiguredPolicies(new TenantSettings(Map.of()));
  }

  public static TenantPolicy.Source sendingTo(String... countries) {
    return tenant -> {
      TenantPolicy policy = defaults().of(tenant);
      return new TenantPolicy(
          policy.currency(),
          Set.of(countries),
          policy.shippingCost(),
          policy.taxRate(),
          policy.reservation(),
          policy.cartExpiry(),
          policy.cartUndo(),
          policy.verification());
    };
  }
}
