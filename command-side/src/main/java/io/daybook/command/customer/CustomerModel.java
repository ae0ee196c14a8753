package io.daybook.command.customer;

import io.daybook.command.model.ModelDefinition;
import io.daybook.customer.Address;
import io.daybook.customer.CustomerEvent;
import io.daybook.customer.CustomerEvent.CustomerDataErased;
import io.daybook.customer.CustomerEvent.CustomerEmailVerified;
import io.daybook.customer.CustomerEvent.CustomerRegistered;
import io.daybook.customer.CustomerEvent.EmailVerificationRequested;
import io.daybook.customer.CustomerEvent.ShippingAddressAdded;
import io.daybook.kernel.Event;
import io.daybook.kernel.id.AddressId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What others must know of a customer who exists: whether they may order, and where it is sent.
///
/// @param verifiableUntil when the last token that was sent expires; none where none was sent
/// @param addresses none are left once the customer is erased
public record CustomerModel(
    boolean emailVerified,
    @Nullable Instant verifiableUntil,
    boolean erased,
    Map<AddressId, Address> addresses) {
  public static final ModelDefinition<CustomerModel> DEFINITION =
      new ModelDefinition<>(CustomerModel.class, CustomerModel::after);

  public CustomerModel {
    addresses = Map.copyOf(addresses);
  }

  /// Whether the address was never verified, and cannot be any more with the token that was sent.
  public boolean verificationHasLapsed(Instant now) {
    return !emailVerified && verifiableUntil != null && !now.isBefore(verifiableUntil);
  }

  public Optional<Address> address(AddressId id) {
    return Optional.ofNullable(addresses.get(id));
  }

  private static CustomerModel after(@Nullable CustomerModel before, Event event) {
    return switch ((CustomerEvent) event) {
      case CustomerRegistered registered ->
          new CustomerModel(false, registered.verificationExpiresAt(), false, Map.of());
      case EmailVerificationRequested requested ->
          known(before).verifiable(requested.verificationExpiresAt());
      case CustomerEmailVerified verified ->
          new CustomerModel(true, null, false, known(before).addresses());
      case ShippingAddressAdded added -> known(before).with(added);
      case CustomerDataErased erased -> new CustomerModel(false, null, true, Map.of());
    };
  }

  private static CustomerModel known(@Nullable CustomerModel before) {
    return Objects.requireNonNull(before, "A customer's stream begins with the registration");
  }

  private CustomerModel verifiable(Instant until) {
    return new CustomerModel(emailVerified, until, erased, addresses);
  }

  private CustomerModel with(ShippingAddressAdded added) {
    Map<AddressId, Address> more = new HashMap<>(addresses);
    more.put(added.addressId(), ShippingAddress.of(added));
    return new CustomerModel(emailVerified, verifiableUntil, erased, more);
  }
}
