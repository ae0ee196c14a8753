package io.daybook.command.customer.http;

import static io.daybook.http.Route.post;
import static io.daybook.kernel.Actor.Kind.CUSTOMER;
import static io.daybook.kernel.Actor.Kind.STAFF;

import io.daybook.customer.CustomerCommand.AddShippingAddress;
import io.daybook.customer.CustomerCommand.RegisterCustomer;
import io.daybook.customer.CustomerCommand.RequestEmailVerification;
import io.daybook.customer.CustomerCommand.RequestGDPRErasure;
import io.daybook.customer.CustomerCommand.VerifyCustomerEmail;
import io.daybook.http.Route;
import io.daybook.http.RouteTable;
import java.util.List;

/// The table of customer routes.
public final class CustomerRoutes implements RouteTable {
  @Override
  public List<Route> routes() {
    return List.of(
        post("/customers", RegisterCustomer.class, "Register a customer").generating("customerId"),
        post(
            "/customers/verify-email",
            VerifyCustomerEmail.class,
            "Verify an e-mail address by its token"),
        post(
            "/customers/{customerId}/verification",
            RequestEmailVerification.class,
            "Ask for another mail with a verification token"),
        post(
                "/customers/{customerId}/addresses",
                AddShippingAddress.class,
                "Add a shipping address")
            .generating("addressId")
            .by(STAFF, CUSTOMER),
        post(
                "/customers/{customerId}/erasure",
                RequestGDPRErasure.class,
                "Erase a customer's personal data")
            .by(STAFF, CUSTOMER));
  }
}
