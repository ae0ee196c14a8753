package io.daybook.eventstore.search;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which events are wanted: those that meet all of it.
///
/// @param types names of types in any revision; empty for all
/// @param labels see [EventLabels]
/// @param from recorded at this instant or later
/// @param until recorded before this instant
public record EventFilter(
    @Nullable String tenant,
    @Nullable String stream,
    Set<String> types,
    Map<String, String> labels,
    @Nullable Instant from,
    @Nullable Instant until) {

  public static final EventFilter ALL = new EventFilter(null, null, Set.of(), Map.of(), null, null);

  public EventFilter {
    types = Set.copyOf(types);
    labels = Map.copyOf(labels);
  }

  /// The events of a tenant with one label.
  public static EventFilter labelled(String tenant, String label, String value) {
    return new EventFilter(tenant, null, Set.of(), Map.of(label, value), null, null);
  }
}
