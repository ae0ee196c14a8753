package io.daybook.query.order;

import io.daybook.kernel.TenantId;
import io.daybook.order.OrderStatus;
import io.daybook.query.graphql.Conditions;
import io.daybook.query.projection.Sql;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Which orders are asked for.
record OrderFilter(
    @Nullable String customerId,
    @Nullable OrderStatus status,
    @Nullable String orderNumber,
    @Nullable Instant createdFrom,
    @Nullable Instant createdBefore) {
  static final OrderFilter ALL = new OrderFilter(null, null, null, null, null);

  Conditions conditions(TenantId tenant) {
    return Conditions.of(tenant)
        .and("r.customer_id = :customer", "customer", customerId)
        .and("r.status = :status", "status", status == null ? null : status.name())
        .and("r.order_number = :number", "number", orderNumber)
        .and("r.created_at >= :from", "from", Sql.timeOrNull(createdFrom))
        .and("r.created_at < :before", "before", Sql.timeOrNull(createdBefore));
  }
}
