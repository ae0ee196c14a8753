package io.daybook.saga.agenda;

import static java.util.stream.Collectors.toSet;

import io.daybook.eventstore.batch.Batch;
import io.daybook.kernel.TenantClock;
import io.daybook.kernel.TenantId;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/// Where processes write down what is due. Entries take part in the transaction of whoever makes
/// them, so that they are there exactly if what made them is.
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

  /// False, and nothing changes, where there is such an entry already.
  public boolean scheduleIfNotExists(AgendaEntry entry) {
    return table.insert(entry, clock.now(entry.tenant()));
  }

  /// The same, written with all else that the batch writes.
  public void scheduleIfNotExists(AgendaEntry entry, Batch batch) {
    batch.add(AgendaWrites.INSERT, AgendaWrites.Due.of(entry, clock.now(entry.tenant())));
  }

  /// Takes the place of the entry that is there, even of one that is being done at the moment: it
  /// is then done again with the new data.
  public void schedule(AgendaEntry entry) {
    table.put(entry, clock.now(entry.tenant()));
  }

  /// Does nothing where there is no such entry, or where it is being done at the moment.
  public void cancel(String kind, TenantId tenant, String key) {
    table.remove(kind, tenant.value() + "/" + key);
  }

  /// The same, written with all else that the batch writes.
  public void cancel(String kind, TenantId tenant, String key, Batch batch) {
    batch.add(AgendaWrites.REMOVE, new AgendaWrites.Name(kind, tenant.value() + "/" + key));
  }

  /// Those of the keys that have an entry.
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
