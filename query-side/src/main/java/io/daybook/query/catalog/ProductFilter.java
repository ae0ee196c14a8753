package io.daybook.query.catalog;

import io.daybook.catalog.ProductStatus;
import io.daybook.kernel.TenantId;
import io.daybook.query.graphql.Conditions;
import org.jspecify.annotations.Nullable;

/// Which products are asked for.
record ProductFilter(@Nullable ProductStatus status, @Nullable String categoryId) {
  static final ProductFilter ALL = new ProductFilter(null, null);

  Conditions conditions(TenantId tenant) {
    return Conditions.of(tenant)
        .and("r.status = :status", "status", status == null ? null : status.name())
        .and("r.category_id = :category", "category", categoryId);
  }
}
