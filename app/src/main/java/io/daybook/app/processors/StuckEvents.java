package io.daybook.app.processors;

import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Says which event it is at which a processor is stuck, without reading more of it than its row says.
@Component
class StuckEvents {
  private final JdbcClient database;

  StuckEvents(JdbcClient database) {
    this.database = database;
  }

  StuckAt at(long position, Duration still) {
    return database
        .sql(
            """
            SELECT event.event_id, event.stream, type.name FROM event_store.event
            LEFT JOIN event_store.event_type AS type ON type.id = event.type_id
            WHERE event.position = ?
            """)
        .param(position)
        .query(
            (row, _) ->
                new StuckAt(
                    position,
                    row.getString("event_id"),
                    row.getString("name"),
                    row.getString("stream"),
                    still.toSeconds()))
        .optional()
        .orElseGet(() -> StuckAt.of(position, still));
  }
}
