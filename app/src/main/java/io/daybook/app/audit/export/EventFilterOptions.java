package io.daybook.app.audit.export;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Which events are asked for, as a picocli mixin.
final class EventFilterOptions {
  @Option(
      names = "--tenant",
      paramLabel = "TENANT",
      description = "Of this tenant (default: all; with --entity: `default`).")
  private @Nullable String tenant;

  @Option(names = "--entity", paramLabel = "ID", description = "Of this entity.")
  private @Nullable String entity;

  @Option(names = "--actor", paramLabel = "KIND:ID", description = "Caused by this actor.")
  private @Nullable String actor;

  @Option(
      names = "--type",
      paramLabel = "NAME",
      description = "Of this type, such as order.OrderPlaced; several are separated by commas.")
  private @Nullable String type;

  @Option(
      names = "--from",
      paramLabel = "INSTANT",
      description = "Recorded at 2026-01-01T00:00:00Z or later, say.")
  private @Nullable String from;

  @Option(names = "--until", paramLabel = "INSTANT", description = "Recorded before.")
  private @Nullable String until;

  @Option(
      names = "--correlation",
      paramLabel = "ID",
      description = "Followed from the request with this correlation id.")
  private @Nullable String correlation;

  /// Whether there is one besides the tenant.
  boolean areGiven() {
    return parameters().keySet().stream().anyMatch(name -> !name.equals("tenant"));
  }

  /// As parameters of the request.
  Map<String, String> parameters() {
    Map<String, String> given = new LinkedHashMap<>();
    put(given, "tenant", tenant == null && entity == null ? "*" : tenant);
    put(given, "entity", entity);
    put(given, "actor", actor);
    put(given, "type", type);
    put(given, "from", from);
    put(given, "until", until);
    put(given, "correlation", correlation);
    return given;
  }

  private static void put(Map<String, String> given, String name, @Nullable String value) {
    if (value != null) {
      given.put(name, value);
    }
  }
}
