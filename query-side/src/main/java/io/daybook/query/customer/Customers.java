package io.daybook.query.customer;

import io.daybook.kernel.TenantId;
import io.daybook.kernel.id.CustomerId;
import io.daybook.query.graphql.EntityQueries;
import io.daybook.query.graphql.View;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;

/// The fields of `customer.graphqls`.
@Controller
public class Customers extends EntityQueries<Customer> {
  private final View<CustomerAddress> addresses;

  Customers(JdbcClient database) {
    super("Customer", new View<>(database, "customers", "customer_id", Customer::read));
    byId(CustomerId::new);
    filter("status", "r.status = :status");
    filterText("email", "r.email = :email", email -> email.toLowerCase(Locale.ROOT));
    filter("createdFrom", "r.created_at >= :from");
    filter("createdBefore", "r.created_at < :before");
    sort("CREATED_AT", "created_at", "timestamptz");
    addresses = new View<>(database, "addresses", "address_id", CustomerAddress::read);
  }

  @BatchMapping(typeName = "Customer")
  Map<Customer, List<CustomerAddress>> addresses(
      List<Customer> owners, @ContextValue TenantId tenant) {
    return addresses.ofEach(
        owners, tenant, "customer_id", "r.added_at, r.address_id", CustomerAddress::customerId);
  }
}
