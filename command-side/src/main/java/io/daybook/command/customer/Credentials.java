package io.daybook.command.customer;

import io.daybook.customer.Password;
import io.daybook.kernel.Context;
import io.daybook.kernel.id.CustomerId;

/// Hashes of passwords. They are kept outside the events, since an event can never be deleted.
///
/// Both methods take part in the transaction of the command.
interface Credentials {
  void keep(Context context, CustomerId customer, Password password);

  void forget(Context context, CustomerId customer);
}
