package io.daybook.query.catalog;

import io.daybook.kernel.TenantId;
import io.daybook.kernel.id.CategoryId;
import io.daybook.kernel.id.ProductId;
import io.daybook.query.graphql.EntityQueries;
import io.daybook.query.graphql.View;
import java.util.List;
import java.util.Map;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;

/// The fields of products in `catalog.graphqls`.
@Controller
public class Products extends EntityQueries<Product> {
  private final View<Variant> variants;

  Products(JdbcClient database) {
    super("Product", new View<>(database, "products", "product_id", Product::read));
    byId(ProductId::new);
    filter("status", "r.status = :status");
    filterId("categoryId", "r.category_id = :category", CategoryId::new);
    sort("NAME", "name", "text");
    sort("CREATED_AT", "created_at", "timestamptz");
    variants = new View<>(database, "variants", "variant_id", Variant::read);
  }

  @BatchMapping(typeName = "Product")
  Map<Product, List<Variant>> variants(List<Product> owners, @ContextValue TenantId tenant) {
    return variants.ofEach(
        owners, tenant, "product_id", "r.added_at, r.variant_id", Variant::productId);
  }
}
