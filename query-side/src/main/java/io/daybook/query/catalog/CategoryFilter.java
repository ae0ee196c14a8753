package io.daybook.query.catalog;

import io.daybook.kernel.TenantId;
import io.daybook.query.graphql.Conditions;
import org.jspecify.annotations.Nullable;

/// Which categories are asked for.
record CategoryFilter(@Nullable String parentCategoryId) {
  static final CategoryFilter ALL = new CategoryFilter(null);

  Conditions conditions(TenantId tenant) {
    return Conditions.of(tenant).and("r.parent_category_id = :parent", "parent", parentCategoryId);
  }
}
