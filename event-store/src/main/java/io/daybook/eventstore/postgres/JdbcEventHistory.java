package io.daybook.eventstore.postgres;

import io.daybook.eventstore.EventHistory;
import io.daybook.eventstore.EventType;
import io.daybook.eventstore.StoredEvent;
import io.daybook.eventstore.StoredType;
import io.daybook.eventstore.StreamName;
import io.daybook.eventstore.format.MetadataFormat;
import io.daybook.eventstore.format.TypeIds;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The event table, read as it is.
public final class JdbcEventHistory implements EventHistory {

  private static final String SELECT =
      """
      SELECT position, event_id, stream, sequence, type_id, recorded_at, metadata, payload
      FROM event_store.event
      """;

  private final JdbcClient database;
  private final TypeIds types;
  private final MetadataFormat metadata;

  public JdbcEventHistory(DataSource dataSource, TypeIds types, MetadataFormat metadata) {
    this.database = JdbcClient.create(dataSource);
    this.types = types;
    this.metadata = metadata;
  }

  @Override
  public List<StoredEvent> ofStream(String tenant, String stream, long afterSequence, int limit) {
    return database
        .sql(
            SELECT
                + "WHERE "
                + StreamName.OF_TENANT
                + " AND stream = ? AND sequence > ? ORDER BY sequence LIMIT ?")
        .params(tenant, stream, afterSequence, limit)
        .query((row, number) -> event(row))
        .list();
  }

  @Override
  public Map<String, List<StoredEvent>> ofStreams(
      String tenant, Collection<String> streams, long afterSequence, int limitOfEach) {
    return database
        .sql(
            """
            SELECT event.* FROM unnest(string_to_array(?, ' ')) AS asked(stream)
            CROSS JOIN LATERAL (
              %s WHERE %s AND stream = asked.stream AND sequence > ?
              ORDER BY sequence LIMIT ?) AS event
            ORDER BY event.stream, event.sequence
            """
                .formatted(SELECT, StreamName.OF_TENANT))
        .params(String.join(" ", streams), tenant, afterSequence, limitOfEach)
        .query((row, number) -> event(row))
        .list()
        .stream()
        .collect(Collectors.groupingBy(StoredEvent::stream));
  }

  @Override
  public List<StoredEvent> between(
      String tenant, long afterPosition, long upToPosition, int limit) {
    return database
        .sql(
            SELECT
                + "WHERE "
                + StreamName.OF_TENANT
                + " AND position > ? AND position <= ? ORDER BY position LIMIT ?")
        .params(tenant, afterPosition, upToPosition, limit)
        .query((row, number) -> event(row))
        .list();
  }

  @Override
  public long count() {
    return database.sql("SELECT count(*) FROM event_store.event").query(Long.class).single();
  }

  @Override
  public long count(String tenant) {
    return database
        .sql("SELECT count(*) FROM event_store.event WHERE " + StreamName.OF_TENANT)
        .param(tenant)
        .query(Long.class)
        .single();
  }

  private StoredEvent event(ResultSet row) throws SQLException {
    StoredType type = types.typeOf(row.getInt("type_id"));
    Map<String, String> texts = new HashMap<>();
    metadata
        .read(row.getBytes("metadata"))
        .forEach(
            (key, value) -> {
              if (value != null) {
                texts.put(key, value.toString());
              }
            });
    return new StoredEvent(
        row.getLong("position"),
        row.getString("event_id"),
        row.getString("stream"),
        row.getLong("sequence"),
        new EventType(type.name(), revision(type)),
        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
        texts,
        new String(row.getBytes("payload"), StandardCharsets.UTF_8));
  }

  private static int revision(StoredType type) {
    return type.revision() == null ? 1 : Integer.parseInt(type.revision());
  }
}
