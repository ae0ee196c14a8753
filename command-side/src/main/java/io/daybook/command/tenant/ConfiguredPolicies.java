package io.daybook.command.tenant;

import static java.util.stream.Collectors.toUnmodifiableMap;

import io.daybook.kernel.Money;
import io.daybook.kernel.TenantId;
import io.daybook.kernel.TenantPolicy;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/// The policies as they were configured when the program started. A setting or a tenant's name that is not
/// valid stops the start.
final class ConfiguredPolicies implements TenantPolicy.Source {
  private final Map<TenantId, TenantPolicy> policies;
  private final TenantPolicy defaults = policy(defaults());

  ConfiguredPolicies(TenantSettings settings) {
    policies =
        settings.tenants().entrySet().stream()
            .collect(
                toUnmodifiableMap(
                    entry -> new TenantId(entry.getKey()), entry -> policy(entry.getValue())));
  }

  @Override
  public TenantPolicy of(TenantId tenant) {
    return policies.getOrDefault(tenant, defaults);
  }

  /// The defaults are declared once, on [TenantSettings.Tenant]: they are what binding nothing yields.
  private static TenantSettings.Tenant defaults() {
    return new Binder(new MapConfigurationPropertySource())
        .bindOrCreate("none", TenantSettings.Tenant.class);
  }

  private static TenantPolicy policy(TenantSettings.Tenant settings) {
    return new TenantPolicy(
        settings.currency(),
        settings.countries(),
        Money.ofMajor(settings.shippingCost(), settings.currency()),
        settings.taxRate(),
        settings.reservation(),
        settings.cartExpiry(),
        settings.cartUndo(),
        settings.verification());
  }
}
