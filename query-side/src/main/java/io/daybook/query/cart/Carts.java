package io.daybook.query.cart;

import io.daybook.kernel.TenantId;
import io.daybook.kernel.id.CartId;
import io.daybook.kernel.id.CustomerId;
import io.daybook.query.catalog.Product;
import io.daybook.query.catalog.Products;
import io.daybook.query.customer.Customer;
import io.daybook.query.customer.Customers;
import io.daybook.query.graphql.EntityQueries;
import io.daybook.query.graphql.View;
import java.util.List;
import java.util.Map;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;

/// The fields of `cart.graphqls`.
@Controller
class Carts extends EntityQueries<Cart> {
  private final View<CartLine> lines;
  private final Customers customers;
  private final Products products;

  Carts(JdbcClient database, Customers customers, Products products) {
    super("Cart", new View<>(database, "carts", Cart.COLUMNS, "cart_id", Cart::read));
    byId(CartId::new);
    filterId("customerId", "r.customer_id = :customer", CustomerId::new);
    filter("status", "r.status = :status");
    sort("CREATED_AT", "created_at", "timestamptz");
    this.lines = new View<>(database, "cart_lines", "cart_item_id", CartLine::read);
    this.customers = customers;
    this.products = products;
  }

  @BatchMapping(typeName = "Cart")
  Map<Cart, List<CartLine>> lines(List<Cart> owners, @ContextValue TenantId tenant) {
    return lines(owners, tenant, false);
  }

  @BatchMapping(typeName = "Cart")
  Map<Cart, List<CartLine>> removedLines(List<Cart> owners, @ContextValue TenantId tenant) {
    return lines(owners, tenant, true);
  }

  @BatchMapping(typeName = "Cart")
  Map<Cart, Customer> customer(List<Cart> owners, @ContextValue TenantId tenant) {
    return customers.referencedBy(owners, Cart::customerId, tenant);
  }

  @BatchMapping(typeName = "CartLine")
  Map<CartLine, Product> product(List<CartLine> owners, @ContextValue TenantId tenant) {
    return products.referencedBy(owners, CartLine::productId, tenant);
  }

  private Map<Cart, List<CartLine>> lines(List<Cart> owners, TenantId tenant, boolean removed) {
    Map<Cart, List<CartLine>> all =
        lines.ofEach(owners, tenant, "cart_id", "r.added_at, r.cart_item_id", CartLine::cartId);
    all.replaceAll(
        (_, found) ->
            found.stream().filter(line -> (line.removedAt() != null) == removed).toList());
    return all;
  }
}
