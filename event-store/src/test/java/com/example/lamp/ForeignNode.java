package com.example.lamp;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Writes an event as another node would, which this one knows nothing of: straight into the table.
public record ForeignNode(JdbcClient database) {

  private static final byte[] NO_METADATA = {1};

  public void append(String lamp, long sequence, String type, String revision, String payload) {
    append(lamp, sequence, type, revision, payload, NO_METADATA);
  }

  public void append(
      String lamp, long sequence, String type, String revision, String payload, byte[] metadata) {
    database
        .sql(
            """
            WITH type AS (
              INSERT INTO event_store.event_type (aggregate_type, name, revision)
              VALUES ('Lamp', ?, ?)
              ON CONFLICT (aggregate_type, name, revision) DO UPDATE SET name = excluded.name
              RETURNING id),
            head AS (
              UPDATE event_store.head SET position = position + 1 WHERE id = 1 RETURNING position)
            INSERT INTO event_store.event
              (position, sequence, recorded_at, event_id, type_id, stream, metadata, payload)
            SELECT head.position, ?, now(), ?, type.id, ?, ?, ? FROM head, type
            """)
        .params(
            type,
            revision,
            sequence,
            UUID.randomUUID(),
            lamp,
            metadata,
            payload.getBytes(StandardCharsets.UTF_8))
        .update();
  }
}
