package io.daybook.eventstore.search;

import io.daybook.eventstore.EventType;
import io.daybook.eventstore.StoredEvent;
import io.daybook.eventstore.StoredType;
import io.daybook.eventstore.audit.EventContent;
import io.daybook.eventstore.format.MetadataFormat;
import io.daybook.eventstore.format.TypeIds;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Reads events by their positions.
record FoundEvents(
    JdbcClient database, TypeIds types, MetadataFormat metadata, LabelReader labels) {

  private static final String SELECT =
      """
      SELECT position, event_id, stream, sequence, type_id, metadata, payload,
             CASE WHEN isfinite(recorded_at)
               THEN (extract(epoch FROM recorded_at) * 1000000)::bigint END AS micros
      FROM event_store.event WHERE position = ANY (?) ORDER BY position
      """;

  List<FoundEvent> at(long... positions) {
    return positions.length == 0
        ? List.of()
        : database.sql(SELECT).param(positions).query((row, number) -> event(row)).list();
  }

  private FoundEvent event(ResultSet row) throws SQLException {
    StoredType type = type(row.getInt("type_id"));
    byte[] stored = row.getBytes("metadata");
    EventContent content =
        new EventContent(
            row.getString("stream"),
            row.getLong("sequence"),
            type,
            row.getLong("micros"),
            row.getObject("event_id", UUID.class),
            metadata.numberedKeys(stored).orElse(List.of()),
            stored,
            row.getBytes("payload"));
    long position = row.getLong("position");
    return new FoundEvent(event(position, content), type.aggregateType(), content.leaf(position));
  }

  /// A type that has vanished hides no event.
  private StoredType type(int number) {
    try {
      return types.typeOf(number);
    } catch (IllegalStateException vanished) {
      return new StoredType(null, "unknown." + number, null);
    }
  }

  private StoredEvent event(long position, EventContent content) {
    return new StoredEvent(
        position,
        content.id().toString(),
        content.stream(),
        content.sequence(),
        new EventType(content.type().name(), revision(content.type().revision())),
        Instant.EPOCH.plus(content.micros(), ChronoUnit.MICROS),
        labels.texts(content.metadata()),
        new String(content.payload(), StandardCharsets.UTF_8));
  }

  private static int revision(@Nullable String revision) {
    return revision == null ? 1 : Integer.parseInt(revision);
  }
}
