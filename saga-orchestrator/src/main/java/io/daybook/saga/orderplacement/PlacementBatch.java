package io.daybook.saga.orderplacement;

import io.opentelemetry.context.Context;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.eventhandling.EventMessage;

/// The events of one transaction by the placements that they belong to, in their order.
final class PlacementBatch {
  /// @param context of the trace that the event is handled in
  record Delivery(EventMessage<?> event, Context context) {}

  private final Map<String, List<Delivery>> deliveries = new LinkedHashMap<>();

  void add(String placement, EventMessage<?> event) {
    deliveries
        .computeIfAbsent(placement, _ -> new ArrayList<>())
        .add(new Delivery(event, Context.current()));
  }

  Set<String> placements() {
    return deliveries.keySet();
  }

  List<Delivery> of(String placement) {
    return deliveries.getOrDefault(placement, List.of());
  }

  void clear() {
    deliveries.clear();
  }
}
