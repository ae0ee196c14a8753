package io.daybook.eventstore.move;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// How far a source has been moved, as a row of `event_store.move`. A source is identified by its first event.
///
/// @param lastIndex the global index of the last event that was moved
/// @param events how many were
record MoveProgress(
    UUID firstEvent, String tenant, String source, UUID lastEvent, long lastIndex, long events) {

  /// With the parameters of [#parameters].
  static final String SAVE =
      """
      INSERT INTO event_store.move
        (first_event, tenant_id, source, last_event, last_index, events, moved_at)
      VALUES (?, ?, ?, ?, ?, ?, now())
      ON CONFLICT (first_event) DO UPDATE
      SET last_event = excluded.last_event, last_index = excluded.last_index,
          events = excluded.events, moved_at = excluded.moved_at
      """;

  /// Before the first event.
  static MoveProgress none(UUID firstEvent, String tenant, String source) {
    return new MoveProgress(firstEvent, tenant, source, firstEvent, Long.MIN_VALUE, 0);
  }

  static Optional<MoveProgress> find(JdbcClient target, UUID firstEvent) {
    return target
        .sql("SELECT * FROM event_store.move WHERE first_event = ?")
        .param(firstEvent)
        .query(
            (row, number) ->
                new MoveProgress(
                    firstEvent,
                    row.getString("tenant_id"),
                    row.getString("source"),
                    row.getObject("last_event", UUID.class),
                    row.getLong("last_index"),
                    row.getLong("events")))
        .optional();
  }

  MoveProgress behind(UUID event, long index, int more) {
    return new MoveProgress(firstEvent, tenant, source, event, index, events + more);
  }

  Object[] parameters() {
    return new Object[] {firstEvent, tenant, source, lastEvent, lastIndex, events};
  }
}
