package io.daybook.query.cart;

import io.daybook.kernel.TenantId;
import io.daybook.query.graphql.Conditions;
import org.jspecify.annotations.Nullable;

/// Which carts are asked for.
record CartFilter(@Nullable String customerId, @Nullable CartStatus status) {
  static final CartFilter ALL = new CartFilter(null, null);

  Conditions conditions(TenantId tenant) {
    return Conditions.of(tenant)
        .and("r.customer_id = :customer", "customer", customerId)
        .and("r.status = :status", "status", status == null ? null : status.name());
  }
}
