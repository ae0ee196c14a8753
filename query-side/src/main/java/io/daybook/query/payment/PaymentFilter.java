package io.daybook.query.payment;

import io.daybook.kernel.TenantId;
import io.daybook.payment.PaymentStatus;
import io.daybook.query.graphql.Conditions;
import org.jspecify.annotations.Nullable;

/// Which payments are asked for.
record PaymentFilter(
    @Nullable String orderId, @Nullable String customerId, @Nullable PaymentStatus status) {
  static final PaymentFilter ALL = new PaymentFilter(null, null, null);

  Conditions conditions(TenantId tenant) {
    return Conditions.of(tenant)
        .and("r.order_id = :order", "order", orderId)
        .and("r.customer_id = :customer", "customer", customerId)
        .and("r.status = :status", "status", status == null ? null : status.name());
  }
}
