package io.daybook.app.imports.northwind;

import io.daybook.customer.Address;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Countries and postal codes as the files write them.
final class Places {
  private static final Map<String, String> CODES = codes();
  private static final int SPANISH_DIGITS = 5;

  private Places() {}

  /// The ISO 3166-1 alpha-2 code of a country's English name, or of what it is usually called.
  static Optional<String> code(String country) {
    return Optional.ofNullable(CODES.get(country));
  }

  static Address address(
      String recipient, String street, String city, String region, String postalCode, String code) {
    return new Address(
        recipient, street, city, region.isEmpty() ? null : region, mended(postalCode, code), code);
  }

  /// A Spanish code that went through a spreadsheet lost its leading zero.
  private static String mended(String postalCode, String code) {
    boolean short_ = code.equals("ES") && postalCode.matches("\\d{4}");
    return short_ ? "0".repeat(SPANISH_DIGITS - postalCode.length()) + postalCode : postalCode;
  }

  private static Map<String, String> codes() {
    Map<String, String> codes = new HashMap<>();
    for (String code : Locale.getISOCountries()) {
      codes.put(Locale.of("", code).getDisplayCountry(Locale.ENGLISH), code);
      codes.put(code, code);
    }
    codes.put("UK", "GB");
    codes.put("USA", "US");
    return Map.copyOf(codes);
  }
}
