package io.daybook.command.customer;

import static io.daybook.customer.CustomerRejection.COUNTRY_NOT_SUPPORTED;
import static io.daybook.customer.CustomerRejection.INVALID_ADDRESS;
import static io.daybook.customer.CustomerRejection.INVALID_POSTAL_CODE;
import static io.daybook.customer.CustomerRejection.MISSING_FIELD;

import io.daybook.customer.Address;
import io.daybook.customer.CustomerCommand.AddShippingAddress;
import io.daybook.customer.CustomerEvent.ShippingAddressAdded;
import io.daybook.kernel.Rejection;
import io.daybook.kernel.Texts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Addresses as they are asked for, checked, and kept.
final class ShippingAddress {
  private static final int MOST = 200;

  private ShippingAddress() {}

  /// @param countries that the tenant sends to
  static Address checked(AddShippingAddress command, Set<String> countries) {
    Address address =
        new Address(
            text(command.recipientName()),
            text(command.street()),
            text(command.city()),
            text(command.state()).isEmpty() ? null : text(command.state()),
            PostalCodes.tidied(text(command.postalCode())),
            text(command.country()).toUpperCase(Locale.ROOT));
    requireFields(address);
    requireLines(address);
    if (!countries.contains(address.country())) {
      throw Rejection.of(COUNTRY_NOT_SUPPORTED)
          .with("country", command.country(), "must be one that the shop sends to");
    }
    requirePostalCode(address);
    return address;
  }

  static ShippingAddressAdded added(AddShippingAddress command, Address address, Instant at) {
    return new ShippingAddressAdded(
        command.customerId(),
        command.addressId(),
        address.recipientName(),
        address.street(),
        address.city(),
        address.state(),
        address.postalCode(),
        address.country(),
        at);
  }

  static Address of(ShippingAddressAdded added) {
    return new Address(
        added.recipientName(),
        added.street(),
        added.city(),
        added.state(),
        added.postalCode(),
        added.country());
  }

  /// Names all that is missing at once, so that nobody has to ask four times.
  private static void requireFields(Address address) {
    List<String> missing = new ArrayList<>();
    addIfEmpty(missing, "recipientName", address.recipientName());
    addIfEmpty(missing, "street", address.street());
    addIfEmpty(missing, "city", address.city());
    addIfEmpty(missing, "country", address.country());
    refuse(missing);
  }

  /// A label takes each of them on one line, but for the street, which may have a house's name as well.
  private static void requireLines(Address address) {
    requireLine("recipientName", address.recipientName());
    requireLine("street", address.street().replaceAll("\\R", " "));
    requireLine("city", address.city());
    if (address.state() != null) {
      requireLine("state", address.state());
    }
  }

  private static void requireLine(String field, String value) {
    if (!Texts.isLine(value, MOST)) {
      throw Rejection.of(INVALID_ADDRESS)
          .with(field, value, "must be one line of at most " + MOST + " characters");
    }
  }

  private static void requirePostalCode(Address address) {
    if (address.postalCode().isEmpty() && PostalCodes.isRequired(address.country())) {
      refuse(List.of("postalCode"));
    }
    if (!PostalCodes.matches(address.postalCode(), address.country())) {
      throw Rejection.of(INVALID_POSTAL_CODE)
          .with("postalCode", address.postalCode(), "must be one of " + address.country());
    }
  }

  private static void addIfEmpty(List<String> missing, String field, String value) {
    if (value.isEmpty()) {
      missing.add(field);
    }
  }

  private static void refuse(List<String> missing) {
    Rejection rejection = Rejection.of(MISSING_FIELD);
    for (String field : missing) {
      rejection = rejection.with(field, null, "is required");
    }
    if (!missing.isEmpty()) {
      throw rejection;
    }
  }

  private static String text(@Nullable String value) {
    String text = Texts.tidied(value);
    return Texts.isVisible(text) ? text : "";
  }
}
