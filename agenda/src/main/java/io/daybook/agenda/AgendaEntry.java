package io.daybook.agenda;

import io.daybook.kernel.TenantId;
import java.time.Instant;
import java.util.Map;

/// Something that is due. There is at most one entry of a kind for a tenant's key.
///
/// @param due on the tenant's own clock
public record AgendaEntry(
    String kind, TenantId tenant, String key, Instant due, Map<String, String> data) {

  public AgendaEntry {
    data = Map.copyOf(data);
  }

  /// @throws IllegalStateException if the entry was stored without it
  public String get(String name) {
    String value = data.get(name);
    if (value == null) {
      throw new IllegalStateException("The agenda's " + kind + " " + key + " has no " + name);
    }
    return value;
  }

  String instance() {
    return tenant.value() + "/" + key;
  }
}
