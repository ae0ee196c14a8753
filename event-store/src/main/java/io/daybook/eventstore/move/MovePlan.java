package io.daybook.eventstore.move;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Which table is moved, for which tenant, and with which names and metadata.
///
/// @param table with or without its schema; null for the one that has Axon's own name
/// @param tenant the owner of the events: their streams are called `<tenant>/<aggregate>` here
/// @param types payload types that the catalogue knows by another name, by the name in the source
/// @param metadata that every event has here; one that says otherwise is refused
/// @param batch how many events are written in one transaction, at most
public record MovePlan(
    @Nullable String table,
    String tenant,
    Map<String, String> types,
    Map<String, String> metadata,
    int batch) {

  private static final int BATCH = 2_000;

  public MovePlan {
    if (tenant.isBlank() || tenant.contains("/")) {
      throw new IllegalArgumentException("No tenant can be called '" + tenant + "'");
    }
    types = Map.copyOf(types);
    metadata = Map.copyOf(metadata);
  }

  public static MovePlan forTenant(String tenant) {
    return new MovePlan(null, tenant, Map.of(), Map.of(), BATCH);
  }

  public MovePlan from(@Nullable String otherTable) {
    return new MovePlan(otherTable, tenant, types, metadata, batch);
  }

  public MovePlan withTypes(Map<String, String> payloadTypes) {
    return new MovePlan(table, tenant, payloadTypes, metadata, batch);
  }

  public MovePlan withMetadata(Map<String, String> entries) {
    return new MovePlan(table, tenant, types, entries, batch);
  }

  public MovePlan withBatchSize(int events) {
    return new MovePlan(table, tenant, types, metadata, events);
  }
}
