package io.daybook.command.customer;

import static io.daybook.customer.CustomerRejection.EMAIL_ALREADY_REGISTERED;

import io.daybook.command.claim.ClaimKinds;
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
    String tenant = context.tenant().value();
    String key = email.value();
    if (claims.take(tenant, ClaimKinds.CUSTOMER_EMAIL, key, customer.value())) {
      return;
    }
    String owner = claims.owner(tenant, ClaimKinds.CUSTOMER_EMAIL, key).orElseThrow();
    if (!hasLapsed(owner)) {
      throw Rejection.of(EMAIL_ALREADY_REGISTERED)
          .with("email", email, "belongs to another customer");
    }
    claims.release(tenant, ClaimKinds.CUSTOMER_EMAIL, key, owner);
    claims.take(tenant, ClaimKinds.CUSTOMER_EMAIL, key, customer.value());
  }

  /// Refuses what somebody else has registered after the customer's own time to verify it was over. Asks who
  /// owns the address instead of taking it, since that is nearly always the customer.
  void keep(Email email, CustomerId customer) {
    Optional<String> owner =
        claims.owner(context.tenant().value(), ClaimKinds.CUSTOMER_EMAIL, email.value());
    if (owner.filter(customer.value()::equals).isEmpty()) {
      take(email, customer);
    }
  }

  /// Relied on: the former owner may be sent another token at this moment.
  private boolean hasLapsed(String owner) {
    return models
        .rely(CustomerModel.DEFINITION, context.stream(new CustomerId(owner)))
        .filter(known -> known.verificationHasLapsed(context.at()))
        .isPresent();
  }
}
