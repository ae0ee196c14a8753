package io.daybook.query.graphql;

import io.daybook.kernel.TenantId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The WHERE clause of a list: the tenant, and every condition that is added.
final class Conditions {
  private final List<String> sql = new ArrayList<>();
  private final Map<String, Object> values = new LinkedHashMap<>();

  private Conditions(TenantId tenant) {
    and("r.tenant_id = :tenant", "tenant", tenant.value());
  }

  static Conditions of(TenantId tenant) {
    return new Conditions(tenant);
  }

  /// The same, and one thing more.
  ///
  /// @param condition names the value as `:name`
  Conditions and(String condition, String name, Object value) {
    sql.add(condition);
    values.put(name, value);
    return this;
  }

  String sql() {
    return String.join(" AND ", sql);
  }

  Map<String, Object> values() {
    return values;
  }
}
