package io.daybook.command.tenant;

import io.daybook.kernel.AmountRule;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// `daybook.tenants.<id>.*`. A tenant that is not named here has the defaults.
@ConfigurationProperties("daybook")
record TenantSettings(@DefaultValue Map<String, Tenant> tenants) {

  /// @param countries ISO 3166-1 alpha-2 codes; all countries when nothing is set
  /// @param shippingCost in major units of the tenant's currency, such as 4.90
  /// @param taxRate a fraction, such as 0.19
  record Tenant(
      @DefaultValue("EUR") Currency currency,
      @DefaultValue Set<String> countries,
      @DefaultValue("0") BigDecimal shippingCost,
      @DefaultValue("0") BigDecimal taxRate,
      @DefaultValue("15m") Duration reservation,
      @DefaultValue("30d") Duration cartExpiry,
      @DefaultValue("10m") Duration cartUndo,
      @DefaultValue("48h") Duration verification) {
    private static final Set<String> ISO_COUNTRIES =
        Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);
    private static final BigDecimal MOST = BigDecimal.valueOf(AmountRule.MOST_MINOR);

    Tenant {
      countries = countries.isEmpty() ? ISO_COUNTRIES : Set.copyOf(countries);
      require(ISO_COUNTRIES.containsAll(countries), "countries are ISO 3166-1 alpha-2 codes");
      require(shippingCost.signum() >= 0, "shipping-cost is not negative");
      require(
          inMinorUnits(shippingCost, currency).compareTo(MOST) <= 0,
          "shipping-cost is at most 10^12 minor units");
      require(taxRate.signum() >= 0, "tax-rate is not negative");
      require(reservation.isPositive(), "reservation is a time");
      require(cartExpiry.isPositive(), "cart-expiry is a time");
      require(!cartUndo.isNegative(), "cart-undo is not negative");
      require(verification.isPositive(), "verification is a time");
    }

    private static BigDecimal inMinorUnits(BigDecimal major, Currency currency) {
      return major.movePointRight(currency.getDefaultFractionDigits());
    }

    private static void require(boolean holds, String rule) {
      if (!holds) {
        throw new IllegalArgumentException("daybook.tenants: " + rule);
      }
    }
  }
}
