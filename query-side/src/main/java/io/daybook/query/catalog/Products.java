package io.daybook.query.catalog;

import io.daybook.kernel.TenantId;
import io.daybook.kernel.id.ProductId;
import io.daybook.query.graphql.Connection;
import io.daybook.query.graphql.Groups;
import io.daybook.query.graphql.Page;
import io.daybook.query.graphql.View;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;

/// The fields of products in `catalog.graphqls`.
@Controller
public class Products {
  private final View<Product> products;
  private final View<Variant> variants;

  Products(JdbcClient database) {
    products = new View<>(database, "products", "r.*", "product_id", Product::read);
    variants = new View<>(database, "variants", "r.*", "variant_id", Variant::read);
  }

  @QueryMapping
  @Nullable Product product(@Argument String id, @ContextValue TenantId tenant) {
    return products.find(tenant, new ProductId(id).value()).orElse(null);
  }

  @QueryMapping
  Connection<Product> products(
      @Argument int first,
      @Argument @Nullable String after,
      @Argument @Nullable ProductFilter filter,
      @Argument CatalogOrder sort,
      @ContextValue TenantId tenant) {
    ProductFilter asked = filter == null ? ProductFilter.ALL : filter;
    return products.page(asked.conditions(tenant), sort, new Page(first, after));
  }

  @BatchMapping(typeName = "Product")
  Map<Product, List<Variant>> variants(List<Product> owners, @ContextValue TenantId tenant) {
    List<String> ids = owners.stream().map(Product::id).toList();
    List<Variant> found = variants.all(tenant, "product_id", ids, "r.added_at, r.variant_id");
    return Groups.of(owners, Product::id, found, Variant::productId);
  }

  /// The product that each owner refers to.
  public <O> Map<O, Product> of(
      Collection<O> owners, Function<O, @Nullable String> reference, TenantId tenant) {
    List<String> ids = Groups.references(owners, reference);
    return Groups.one(owners, reference, Groups.byId(products.all(tenant, ids)));
  }
}
