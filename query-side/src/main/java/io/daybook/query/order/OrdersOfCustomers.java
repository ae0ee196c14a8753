package io.daybook.query.order;

import graphql.GraphQLContext;
import graphql.schema.DataFetchingEnvironment;
import io.daybook.kernel.TenantId;
import io.daybook.query.customer.Customer;
import io.daybook.query.graphql.Conditions;
import io.daybook.query.graphql.Connection;
import io.daybook.query.graphql.CreationOrder;
import io.daybook.query.graphql.Listing;
import io.daybook.query.graphql.Page;
import io.daybook.query.graphql.Tenants;
import io.daybook.query.graphql.View;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Mono;

/// A page of orders for each of many customers: one statement for all who are asked the same.
@Controller
class OrdersOfCustomers {
  private static final String LOADER = "ordersOfCustomers";

  /// What is asked of every customer alike.
  record Asked(Page page, CreationOrder sort) {}

  record Key(String customer, Asked asked) {}

  private final View<Order> orders;

  OrdersOfCustomers(View<Order> orders, BatchLoaderRegistry loaders) {
    this.orders = orders;
    loaders
        .<Key, Connection<Order>>forName(LOADER)
        .registerMappedBatchLoader(
            (keys, environment) ->
                Mono.fromSupplier(
                    () ->
                        load(
                            keys,
                            Tenants.of(
                                Objects.requireNonNull(
                                    environment.<GraphQLContext>getContext())))));
  }

  @SchemaMapping(typeName = "Customer", field = "orders")
  CompletableFuture<Connection<Order>> orders(
      Customer customer,
      @Argument int first,
      @Argument @Nullable String after,
      @Argument CreationOrder sort,
      DataFetchingEnvironment environment) {
    Key key = new Key(customer.id(), new Asked(new Page(first, after), sort));
    return Objects.requireNonNull(environment.<Key, Connection<Order>>getDataLoader(LOADER))
        .load(key);
  }

  private Map<Key, Connection<Order>> load(Set<Key> keys, TenantId tenant) {
    Map<Asked, Set<String>> customers = new HashMap<>();
    keys.forEach(
        key -> customers.computeIfAbsent(key.asked(), _ -> new HashSet<>()).add(key.customer()));
    Map<Key, Connection<Order>> loaded = new HashMap<>();
    customers.forEach(
        (asked, ids) ->
            new Listing<>(orders, Conditions.of(tenant), asked.sort(), asked.page())
                .readForEach(ids, "customer_id")
                .forEach((id, page) -> loaded.put(new Key(id, asked), page)));
    return loaded;
  }
}
