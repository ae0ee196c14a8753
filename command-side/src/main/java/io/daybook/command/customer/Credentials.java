package io.daybook.command.customer;

import io.daybook.customer.Password;
import io.daybook.kernel.Context;
import io.daybook.kernel.id.CustomerId;

/// Passwords, as hashes, beside the events: what is in an event can never be taken back.
///
/// Both take part in the transaction of the command.
interface Credentials {
  void keep(Context context, CustomerId customer, Password password);

  void forget(Context context, CustomerId customer);
}
