package io.daybook.query.catalog;

import io.daybook.kernel.TenantId;
import io.daybook.kernel.id.CategoryId;
import io.daybook.query.graphql.EntityQueries;
import io.daybook.query.graphql.View;
import java.util.List;
import java.util.Map;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;

/// The fields of categories in `catalog.graphqls`.
@Controller
class Categories extends EntityQueries<Category> {

  Categories(JdbcClient database) {
    super("Category", new View<>(database, "categories", "category_id", Category::read));
    byId(CategoryId::new);
    filterId("parentCategoryId", "r.parent_category_id = :parent", CategoryId::new);
    sort("NAME", "name", "text");
    sort("CREATED_AT", "created_at", "timestamptz");
  }

  @BatchMapping(typeName = "Category")
  Map<Category, Category> parent(List<Category> owners, @ContextValue TenantId tenant) {
    return referencedBy(owners, Category::parentCategoryId, tenant);
  }

  @BatchMapping(typeName = "Product")
  Map<Product, Category> category(List<Product> owners, @ContextValue TenantId tenant) {
    return referencedBy(owners, Product::categoryId, tenant);
  }
}
