package io.daybook.query.graphql;

import io.daybook.eventstore.StoredEvent;
import io.daybook.kernel.Actor;
import io.daybook.kernel.Meta;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// A stored event as it is told.
record HistoryEntry(
    String cursor,
    long position,
    long sequence,
    Instant at,
    String type,
    int revision,
    String actor,
    @Nullable String causationId,
    @Nullable String correlationId,
    @Nullable Object payload) {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  static HistoryEntry of(StoredEvent event, String cursor, boolean withheld) {
    Map<String, String> metadata = event.metadata();
    return new HistoryEntry(
        cursor,
        event.position(),
        event.sequence(),
        event.at(),
        event.type().name(),
        event.type().revision(),
        actor(metadata),
        metadata.get(Meta.CAUSATION_ID),
        metadata.get(Meta.CORRELATION_ID),
        withheld ? null : JSON.readValue(event.payload(), Object.class));
  }

  private static String actor(Map<String, String> metadata) {
    String type = metadata.get(Meta.ACTOR_TYPE);
    return type == null
        ? Actor.ANONYMOUS.toString()
        : type + ":" + metadata.getOrDefault(Meta.ACTOR_ID, "");
  }
}
