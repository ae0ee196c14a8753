package io.daybook.command.customer;

import io.daybook.customer.Password;
import io.daybook.kernel.Context;
import io.daybook.kernel.id.CustomerId;
import java.util.HashMap;
import java.util.Map;

/// Remembers who has which password, for tests of what the aggregate asks for.
record KnownCredentials(Map<CustomerId, Password> passwords) implements Credentials {
  KnownCredentials() {
    this(new HashMap<>());
  }

  @Override
  public void keep(Context context, CustomerId customer, Password password) {
    passwords.put(customer, password);
  }

  @Override
  public void forget(Context context, CustomerId customer) {
    passwords.remove(customer);
  }
}
