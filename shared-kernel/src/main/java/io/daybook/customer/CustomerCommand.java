package io.daybook.customer;

import io.daybook.kernel.Command;
import io.daybook.kernel.Id;
import io.daybook.kernel.Rejection;
import io.daybook.kernel.RejectionCode;
import io.daybook.kernel.id.AddressId;
import io.daybook.kernel.id.CustomerId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What can be asked of a customer.
public sealed interface CustomerCommand extends Command {
  CustomerId customerId();

  @Override
  default Id target() {
    return customerId();
  }

  @Override
  default RejectionCode missing() {
    return CustomerRejection.CUSTOMER_NOT_FOUND;
  }

  /// Creates an account, unverified, and queues the e-mail with the token that verifies it.
  ///
  /// @param password required, unless staff register the customer
  /// @param emailVerified staff only: the address is known to be the customer's, no mail is sent
  record RegisterCustomer(
      CustomerId customerId,
      Email email,
      @Nullable Password password,
      String firstName,
      String lastName,
      @Nullable Boolean emailVerified)
      implements CustomerCommand {}

  /// Verifies an address by the token that was sent to it, `<customer's uuid>.<secret>`.
  record VerifyCustomerEmail(String verificationToken) implements CustomerCommand {
    @Override
    public CustomerId customerId() {
      int dot = verificationToken.indexOf('.');
      if (dot < 0 || !Id.UUID_TEXT.matcher(verificationToken.substring(0, dot)).matches()) {
        throw Rejection.of(CustomerRejection.INVALID_TOKEN);
      }
      return CustomerId.of(UUID.fromString(verificationToken.substring(0, dot)));
    }

    @Override
    public RejectionCode missing() {
      return CustomerRejection.INVALID_TOKEN;
    }

    @Override
    public String toString() {
      return "VerifyCustomerEmail[verificationToken=********]";
    }
  }

  /// Asks for another mail with a token, which replaces the one before. Within five minutes of the last
  /// mail, and once the address is verified, nothing is sent.
  record RequestEmailVerification(CustomerId customerId) implements CustomerCommand {}

  /// Adds an address. Fields may be missing here so that the refusal can name them.
  record AddShippingAddress(
      CustomerId customerId,
      AddressId addressId,
      @Nullable String recipientName,
      @Nullable String street,
      @Nullable String city,
      @Nullable String state,
      @Nullable String postalCode,
      @Nullable String country)
      implements CustomerCommand {}

  /// Forgets a customer for good. Refused while orders are open.
  record RequestGDPRErasure(CustomerId customerId, boolean confirmation)
      implements CustomerCommand {}
}
