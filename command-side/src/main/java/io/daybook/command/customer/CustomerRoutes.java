package io.daybook.command.customer;

import io.daybook.command.rest.CommandCall;
import io.daybook.command.rest.CommandGate;
import io.daybook.command.rest.Takes;
import io.daybook.customer.CustomerCommand.AddShippingAddress;
import io.daybook.customer.CustomerCommand.RegisterCustomer;
import io.daybook.customer.CustomerCommand.RequestGDPRErasure;
import io.daybook.customer.CustomerCommand.VerifyCustomerEmail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// What can be asked of customers over HTTP.
@RestController
@RequestMapping("/api/v1/customers")
class CustomerRoutes {
  private final CommandGate gate;

  CustomerRoutes(CommandGate gate) {
    this.gate = gate;
  }

  @PostMapping
  @Takes(value = RegisterCustomer.class, generates = "customerId", summary = "Register a customer")
  ResponseEntity<Object> register(CommandCall call) {
    return gate.answer(call);
  }

  @PostMapping("/verify-email")
  @Takes(value = VerifyCustomerEmail.class, summary = "Verify an e-mail address by its token")
  ResponseEntity<Object> verifyEmail(CommandCall call) {
    return gate.answer(call);
  }

  @PostMapping("/{customerId}/addresses")
  @Takes(
      value = AddShippingAddress.class,
      generates = "addressId",
      summary = "Add a shipping address")
  ResponseEntity<Object> addAddress(CommandCall call) {
    return gate.answer(call);
  }

  @PostMapping("/{customerId}/erasure")
  @Takes(value = RequestGDPRErasure.class, summary = "Erase a customer's personal data")
  ResponseEntity<Object> erase(CommandCall call) {
    return gate.answer(call);
  }
}
