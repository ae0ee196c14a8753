package io.daybook.command.customer;

import io.daybook.kernel.Context;
import io.daybook.kernel.id.CustomerId;
import java.time.Instant;

/// Asks the owner of an address to prove that it is theirs.
@FunctionalInterface
interface EmailVerification {
  /// What the customer's stream keeps: a token can be checked by it, and not be made from it.
  record Challenge(String tokenHash, Instant expiresAt) {}

  Challenge send(Context context, CustomerId customer, Registration registration);
}
