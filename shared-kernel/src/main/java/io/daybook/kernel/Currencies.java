package io.daybook.kernel;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.Currency;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/// The currencies that prices can be in: those of ISO 4217 that a country pays with today. The JDK knows
/// many more, such as those that are no money (XXX, XTS, XAU) and those that are gone (DEM).
public final class Currencies {

  /// What stands where there is no currency, in an event that was stored without one.
  public static final Currency NONE = Currency.getInstance("XXX");

  /// A country's currency changed and its JDK may not know: ISO 4217 amendments 170 to 180.
  private static final Set<String> GONE = Set.of("ANG", "BGN", "CUC", "HRK", "SLL", "ZWL");

  private static final Set<String> NEW = Set.of("XCG", "SLE", "ZWG");

  private static final Set<Currency> IN_USE =
      Stream.concat(
              Stream.of(Locale.getISOCountries())
                  .map(country -> Currency.getInstance(Locale.of("", country))),
              Currency.availableCurrencies().filter(it -> NEW.contains(it.getCurrencyCode())))
          .filter(currency -> currency != null && currency.getDefaultFractionDigits() >= 0)
          .filter(currency -> !GONE.contains(currency.getCurrencyCode()))
          .collect(toUnmodifiableSet());

  private Currencies() {}

  public static boolean isInUse(Currency currency) {
    return IN_USE.contains(currency);
  }

  /// Whether it is money at all, today's or of earlier days.
  public static boolean isMoney(Currency currency) {
    return currency.getDefaultFractionDigits() >= 0;
  }
}
