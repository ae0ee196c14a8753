package io.daybook.query.cart;

import io.daybook.kernel.TenantId;
import io.daybook.kernel.id.CartId;
import io.daybook.query.catalog.Product;
import io.daybook.query.catalog.Products;
import io.daybook.query.customer.Customer;
import io.daybook.query.customer.Customers;
import io.daybook.query.graphql.Connection;
import io.daybook.query.graphql.CreationOrder;
import io.daybook.query.graphql.Groups;
import io.daybook.query.graphql.Page;
import io.daybook.query.graphql.View;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;

/// The fields of `cart.graphqls`.
@Controller
class Carts {
  private final View<Cart> carts;
  private final View<CartLine> lines;
  private final Customers customers;
  private final Products products;

  Carts(JdbcClient database, Customers customers, Products products) {
    this.carts = new View<>(database, "carts", Cart.COLUMNS, "cart_id", Cart::read);
    this.lines = new View<>(database, "cart_lines", "r.*", "cart_item_id", CartLine::read);
    this.customers = customers;
    this.products = products;
  }

  @QueryMapping
  @Nullable Cart cart(@Argument String id, @ContextValue TenantId tenant) {
    return carts.find(tenant, new CartId(id).value()).orElse(null);
  }

  @QueryMapping
  Connection<Cart> carts(
      @Argument int first,
      @Argument @Nullable String after,
      @Argument @Nullable CartFilter filter,
      @Argument CreationOrder sort,
      @ContextValue TenantId tenant) {
    CartFilter asked = filter == null ? CartFilter.ALL : filter;
    return carts.page(asked.conditions(tenant), sort, new Page(first, after));
  }

  @BatchMapping(typeName = "Cart")
  Map<Cart, List<CartLine>> lines(List<Cart> owners, @ContextValue TenantId tenant) {
    return lines(owners, tenant, line -> line.removedAt() == null);
  }

  @BatchMapping(typeName = "Cart")
  Map<Cart, List<CartLine>> removedLines(List<Cart> owners, @ContextValue TenantId tenant) {
    return lines(owners, tenant, line -> line.removedAt() != null);
  }

  @BatchMapping(typeName = "Cart")
  Map<Cart, Customer> customer(List<Cart> owners, @ContextValue TenantId tenant) {
    List<String> ids = Groups.references(owners, Cart::customerId);
    return Groups.one(owners, Cart::customerId, customers.byId(tenant, ids));
  }

  @BatchMapping(typeName = "CartLine")
  Map<CartLine, Product> product(List<CartLine> owners, @ContextValue TenantId tenant) {
    return products.of(owners, CartLine::productId, tenant);
  }

  private Map<Cart, List<CartLine>> lines(
      List<Cart> owners, TenantId tenant, Predicate<CartLine> wanted) {
    List<String> ids = owners.stream().map(Cart::id).toList();
    List<CartLine> found =
        lines.all(tenant, "cart_id", ids, "r.added_at, r.cart_item_id").stream()
            .filter(wanted)
            .toList();
    return Groups.of(owners, Cart::id, found, CartLine::cartId);
  }
}
