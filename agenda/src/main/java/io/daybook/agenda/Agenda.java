package io.daybook.agenda;

import static java.util.stream.Collectors.toSet;

import io.daybook.eventstore.batch.Batch;
import io.daybook.kernel.TenantClock;
import io.daybook.kernel.TenantId;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/// Schedules and cancels entries. It writes in the transaction of the caller, so that an entry is
/// stored exactly if the rest of that transaction is.
public final class Agenda {
  private final AgendaTable table;
  private final TenantClock clock;

  public Agenda(AgendaTable table, TenantClock clock) {
    this.table = table;
    this.clock = clock;
  }

  public Instant now(TenantId tenant) {
    return clock.now(tenant);
  }

  /// @return false if there is such an entry already, which then stays as it is
  public boolean scheduleIfNotExists(AgendaEntry entry) {
    return table.insert(entry, clock.now(entry.tenant()));
  }

  /// The same, written together with everything else of the batch.
  public void scheduleIfNotExists(AgendaEntry entry, Batch batch) {
    batch.add(AgendaWrites.INSERT, AgendaWrites.Due.of(entry, clock.now(entry.tenant())));
  }

  /// Replaces the entry that is there. If its task is running, it runs again afterwards with the
  /// new data.
  public void schedule(AgendaEntry entry) {
    table.put(entry, clock.now(entry.tenant()));
  }

  /// Does nothing if there is no such entry, or if its task is running.
  public void cancel(String kind, TenantId tenant, String key) {
    table.remove(kind, tenant.value() + "/" + key);
  }

  /// The same, written together with everything else of the batch.
  public void cancel(String kind, TenantId tenant, String key, Batch batch) {
    batch.add(AgendaWrites.REMOVE, new AgendaWrites.Name(kind, tenant.value() + "/" + key));
  }

  /// @return those of the keys that have an entry
  public Set<String> scheduled(String kind, TenantId tenant, Collection<String> keys) {
    String prefix = tenant.value() + "/";
    Set<String> present =
        table.present(kind, keys.stream().map(prefix::concat).toArray(String[]::new));
    return keys.stream().filter(key -> present.contains(prefix + key)).collect(toSet());
  }

  public Optional<AgendaEntry> find(String kind, TenantId tenant, String key) {
    return table.find(kind, tenant.value() + "/" + key);
  }
}
