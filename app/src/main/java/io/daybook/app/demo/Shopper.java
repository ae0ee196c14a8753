package io.daybook.app.demo;

import io.daybook.customer.Address;
import io.daybook.kernel.Actor;
import io.daybook.kernel.id.AddressId;
import io.daybook.kernel.id.CustomerId;

/// A customer of the demonstration, with the one address.
record Shopper(
    CustomerId id,
    String email,
    String firstName,
    String lastName,
    AddressId addressId,
    Address address) {
  Actor actor() {
    return new Actor(Actor.Kind.CUSTOMER, id.value());
  }
}
