package io.daybook.customer;

import io.daybook.customer.CustomerEvent.CustomerEmailVerified;
import io.daybook.customer.CustomerEvent.CustomerRegistered;
import io.daybook.customer.CustomerEvent.ShippingAddressAdded;
import io.daybook.kernel.Capability;
import io.daybook.kernel.Command;
import io.daybook.kernel.Event;
import io.daybook.kernel.RejectionCode;
import io.daybook.kernel.Samples;
import io.daybook.kernel.id.AddressId;
import io.daybook.kernel.id.CustomerId;
import java.util.List;

/// The registry's entry of this capability.
public final class CustomerCapability implements Capability {
  @Override
  public String name() {
    return "customer";
  }

  @Override
  public String summary() {
    return "Who may order, where it is sent, and what is forgotten on request.";
  }

  @Override
  public List<Class<? extends Command>> commandTypes() {
    return List.of(CustomerCommand.class);
  }

  @Override
  public List<Class<? extends Event>> eventTypes() {
    return List.of(CustomerEvent.class);
  }

  @Override
  public List<Class<? extends RejectionCode>> rejectionTypes() {
    return List.of(CustomerRejection.class);
  }

  @Override
  public List<Event> samples() {
    Email email = new Email("ada@example.org");
    CustomerId customer = CustomerId.of(Samples.uuid(1));
    return List.of(
        new CustomerRegistered(customer, email, "Ada", "Lovelace", null, null, Samples.at(0)),
        new CustomerEmailVerified(customer, email, Samples.at(1)),
        new ShippingAddressAdded(
            customer,
            AddressId.of(Samples.uuid(1)),
            "Ada Lovelace",
            "Obere Str. 57",
            "Berlin",
            "BE",
            "12209",
            "DE",
            Samples.at(2)));
  }
}
