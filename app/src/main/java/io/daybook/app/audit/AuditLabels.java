package io.daybook.app.audit;

import io.daybook.eventstore.search.EventLabels;
import io.daybook.kernel.Actor;
import io.daybook.kernel.Meta;
import java.util.Map;
import org.springframework.stereotype.Component;

/// By what events are found: who caused them, and the request that they followed from. An event without a correlation,
/// such as one that came from another store, began a chain of its own.
@Component
final class AuditLabels implements EventLabels {
  static final String ACTOR = "actor";
  static final String CORRELATION = "correlation";

  @Override
  public Map<String, String> of(String eventId, Map<String, String> metadata) {
    return Map.of(
        ACTOR, actor(metadata), CORRELATION, metadata.getOrDefault(Meta.CORRELATION_ID, eventId));
  }

  static String actor(Map<String, String> metadata) {
    String kind = metadata.get(Meta.ACTOR_TYPE);
    return kind == null
        ? Actor.ANONYMOUS.toString()
        : kind + ":" + metadata.getOrDefault(Meta.ACTOR_ID, "");
  }
}
