package io.daybook.query.customer;

import io.daybook.kernel.TenantId;
import io.daybook.query.graphql.Conditions;
import io.daybook.query.projection.Sql;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Which customers are asked for.
record CustomerFilter(
    @Nullable CustomerStatus status,
    @Nullable String email,
    @Nullable Instant createdFrom,
    @Nullable Instant createdBefore) {
  static final CustomerFilter ALL = new CustomerFilter(null, null, null, null);

  Conditions conditions(TenantId tenant) {
    return Conditions.of(tenant)
        .and("r.status = :status", "status", status == null ? null : status.name())
        .and("r.email = :email", "email", email == null ? null : email.toLowerCase(Locale.ROOT))
        .and("r.created_at >= :from", "from", Sql.timeOrNull(createdFrom))
        .and("r.created_at < :before", "before", Sql.timeOrNull(createdBefore));
  }
}
