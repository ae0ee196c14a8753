package io.daybook.customer;

import io.daybook.kernel.Event;
import io.daybook.kernel.Id;
import io.daybook.kernel.StoredAs;
import io.daybook.kernel.id.AddressId;
import io.daybook.kernel.id.CustomerId;
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
  @StoredAs("customer.CustomerRegistered")
  record CustomerRegistered(
      CustomerId customerId,
      Email email,
      String firstName,
      String lastName,
      @Nullable String verificationTokenHash,
      @Nullable Instant verificationExpiresAt,
      Instant createdAt)
      implements CustomerEvent {}

  @StoredAs("customer.CustomerEmailVerified")
  record CustomerEmailVerified(CustomerId customerId, Email email, Instant verifiedAt)
      implements CustomerEvent {}

  /// Another token was sent, and the ones before are worth nothing.
  ///
  /// @param verificationTokenHash SHA-256 of the token that was sent, in hexadecimal
  @StoredAs("customer.EmailVerificationRequested")
  record EmailVerificationRequested(
      CustomerId customerId,
      Email email,
      String verificationTokenHash,
      Instant verificationExpiresAt,
      Instant requestedAt)
      implements CustomerEvent {}

  @StoredAs("customer.ShippingAddressAdded")
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

  @StoredAs("customer.CustomerDataErased")
  record CustomerDataErased(CustomerId customerId, UUID anonymizedId, Instant erasedAt)
      implements CustomerEvent {}
}
