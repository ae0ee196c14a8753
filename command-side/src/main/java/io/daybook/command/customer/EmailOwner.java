package io.daybook.command.customer;

import static io.daybook.customer.CustomerRejection.EMAIL_ALREADY_REGISTERED;

import io.daybook.command.claim.ClaimKinds;
import io.daybook.command.claim.NamedClaim;
import io.daybook.command.model.DecisionModels;
import io.daybook.customer.Email;
import io.daybook.eventstore.Claims;
import io.daybook.kernel.Context;
import io.daybook.kernel.Rejection;
import io.daybook.kernel.id.CustomerId;
import java.util.Optional;

/// Whose an e-mail address is: the customer's who has verified it, or who still may. An address that was not
/// verified in time is anybody's again, also the former owner's.
record EmailOwner(DecisionModels models, Claims claims, Context context) {

  /// Takes the address for the customer.
  ///
  /// @throws Rejection where it is another customer's
  void take(Email email, CustomerId customer) {
    NamedClaim address = address();
    if (address.take(email.value(), customer)) {
      return;
    }
    CustomerId owner = new CustomerId(address.owner(email.value()).orElseThrow());
    if (!hasLapsed(owner)) {
      throw Rejection.of(EMAIL_ALREADY_REGISTERED)
          .with("email", email, "belongs to another customer");
    }
    address.release(email.value(), owner);
    address.take(email.value(), customer);
  }

  /// Refuses what somebody else has registered after the customer's own time to verify it was over. Asks who
  /// owns the address instead of taking it, since that is nearly always the customer.
  void keep(Email email, CustomerId customer) {
    Optional<String> owner = address().owner(email.value());
    if (owner.filter(customer.value()::equals).isEmpty()) {
      take(email, customer);
    }
  }

  /// Relied on: the former owner may be sent another token at this moment.
  private boolean hasLapsed(CustomerId owner) {
    return models
        .rely(CustomerModel.DEFINITION, context.stream(owner))
        .filter(known -> known.verificationHasLapsed(context.at()))
        .isPresent();
  }

  private NamedClaim address() {
    return new NamedClaim(claims, context.tenant(), ClaimKinds.CUSTOMER_EMAIL);
  }
}
