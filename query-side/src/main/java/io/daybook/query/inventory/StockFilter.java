package io.daybook.query.inventory;

import io.daybook.kernel.TenantId;
import io.daybook.query.graphql.Conditions;
import org.jspecify.annotations.Nullable;

/// Which stocks are asked for.
record StockFilter(@Nullable String productId, @Nullable Integer availableAtMost) {
  static final StockFilter ALL = new StockFilter(null, null);

  Conditions conditions(TenantId tenant) {
    return Conditions.of(tenant)
        .and("r.product_id = :product", "product", productId)
        .and("r.available <= :atMost", "atMost", availableAtMost);
  }
}
