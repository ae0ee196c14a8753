package io.daybook.customer;

import io.daybook.kernel.Event;
import io.daybook.kernel.Id;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What happened to a customer.
public sealed interface CustomerEvent extends Event {
  CustomerId customerId();

  @Override
  default Id source() {
    return customerId();
  }

  /// @param verificationTokenHash SHA-256 of the token that was sent, in hexadecimal; none where
  ///     staff vouch for the address
  record CustomerRegistered(
      CustomerId customerId,
      Email email,
      String firstName,
      String lastName,
      @Nullable String verificationTokenHash,
      @Nullable Instant verificationExpiresAt,
      Instant createdAt)
      implements CustomerEvent {}

  record CustomerEmailVerified(CustomerId customerId, Email email, Instant verifiedAt)
      implements CustomerEvent {}

  record ShippingAddressAdded(
      CustomerId customerId,
      AddressId addressId,
      String recipientName,
      String street,
      String city,
      @Nullable String state,
      String postalCode,
      String country,
      Instant addedAt)
      implements CustomerEvent {}

  record CustomerDataErased(CustomerId customerId, UUID anonymizedId, Instant erasedAt)
      implements CustomerEvent {}
}
