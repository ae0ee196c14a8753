package io.daybook.query.catalog;

import io.daybook.kernel.TenantId;
import io.daybook.kernel.id.CategoryId;
import io.daybook.query.graphql.Connection;
import io.daybook.query.graphql.Groups;
import io.daybook.query.graphql.Page;
import io.daybook.query.graphql.View;
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

/// The fields of categories in `catalog.graphqls`.
@Controller
class Categories {
  private final View<Category> categories;

  Categories(JdbcClient database) {
    categories = new View<>(database, "categories", "r.*", "category_id", Category::read);
  }

  @QueryMapping
  @Nullable Category category(@Argument String id, @ContextValue TenantId tenant) {
    return categories.find(tenant, new CategoryId(id).value()).orElse(null);
  }

  @QueryMapping
  Connection<Category> categories(
      @Argument int first,
      @Argument @Nullable String after,
      @Argument @Nullable CategoryFilter filter,
      @Argument CatalogOrder sort,
      @ContextValue TenantId tenant) {
    CategoryFilter asked = filter == null ? CategoryFilter.ALL : filter;
    return categories.page(asked.conditions(tenant), sort, new Page(first, after));
  }

  @BatchMapping(typeName = "Category")
  Map<Category, Category> parent(List<Category> owners, @ContextValue TenantId tenant) {
    return of(owners, Category::parentCategoryId, tenant);
  }

  @BatchMapping(typeName = "Product")
  Map<Product, Category> category(List<Product> owners, @ContextValue TenantId tenant) {
    return of(owners, Product::categoryId, tenant);
  }

  private <O> Map<O, Category> of(
      List<O> owners, Function<O, @Nullable String> reference, TenantId tenant) {
    List<String> ids = Groups.references(owners, reference);
    return Groups.one(owners, reference, Groups.byId(categories.all(tenant, ids)));
  }
}
