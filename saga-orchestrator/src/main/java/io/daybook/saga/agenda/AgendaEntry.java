package io.daybook.saga.agenda;

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

  /// What must be there, because whoever made the entry put it there.
  public String get(String name) {
    String value = data.get(name);
    if (value == null) {
      throw new IllegalStateException("No " + name + " in the agenda's " + kind + " " + key);
    }
    return value;
  }

  String instance() {
    return tenant.value() + "/" + key;
  }
}
