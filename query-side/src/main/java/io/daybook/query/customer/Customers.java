package io.daybook.query.customer;

import io.daybook.kernel.TenantId;
import io.daybook.kernel.id.CustomerId;
import io.daybook.query.graphql.Connection;
import io.daybook.query.graphql.CreationOrder;
import io.daybook.query.graphql.Groups;
import io.daybook.query.graphql.Page;
import io.daybook.query.graphql.View;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;

/// The fields of `customer.graphqls`.
@Controller
public class Customers {
  private final View<Customer> customers;
  private final View<CustomerAddress> addresses;

  Customers(JdbcClient database) {
    customers = new View<>(database, "customers", "r.*", "customer_id", Customer::read);
    addresses = new View<>(database, "addresses", "r.*", "address_id", CustomerAddress::read);
  }

  @QueryMapping
  @Nullable Customer customer(@Argument String id, @ContextValue TenantId tenant) {
    return customers.find(tenant, new CustomerId(id).value()).orElse(null);
  }

  @QueryMapping
  Connection<Customer> customers(
      @Argument int first,
      @Argument @Nullable String after,
      @Argument @Nullable CustomerFilter filter,
      @Argument CreationOrder sort,
      @ContextValue TenantId tenant) {
    CustomerFilter asked = filter == null ? CustomerFilter.ALL : filter;
    return customers.page(asked.conditions(tenant), sort, new Page(first, after));
  }

  @BatchMapping(typeName = "Customer")
  Map<Customer, List<CustomerAddress>> addresses(
      List<Customer> owners, @ContextValue TenantId tenant) {
    List<String> ids = owners.stream().map(Customer::id).toList();
    List<CustomerAddress> found =
        addresses.all(tenant, "customer_id", ids, "r.added_at, r.address_id");
    return Groups.of(owners, Customer::id, found, CustomerAddress::customerId);
  }

  /// Customers by their ids.
  public Map<String, Customer> byId(TenantId tenant, Collection<String> ids) {
    return Groups.byId(customers.all(tenant, ids));
  }
}
