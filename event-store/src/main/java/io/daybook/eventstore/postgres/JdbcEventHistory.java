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

  /// A page ends with the event that reaches this size: a history may have events of megabytes.
  private static final long PAGE_BYTES = 8 << 20;

  private static final String PAGE =
      """
      SELECT * FROM (
        SELECT page.*,
               sum(octet_length(payload)) OVER (ORDER BY %2$s) - octet_length(payload) AS before
        FROM (SELECT position, event_id, stream, sequence, type_id, recorded_at, metadata, payload
              FROM event_store.event WHERE %1$s ORDER BY %2$s LIMIT ?) AS page) AS sized
      WHERE before < ? ORDER BY %2$s
      """;

  private static final String OF_STREAM =
      PAGE.formatted(StreamName.OF_TENANT + " AND stream = ? AND sequence > ?", "sequence");

  private static final String OF_STREAMS =
      """
      SELECT event.* FROM unnest(CAST(? AS text[])) AS asked(stream)
      CROSS JOIN LATERAL (%s) AS event ORDER BY event.stream, event.sequence
      """
          .formatted(
              PAGE.formatted(
                  StreamName.OF_TENANT + " AND stream = asked.stream AND sequence > ?",
                  "sequence"));

  private static final String BETWEEN =
      PAGE.formatted(StreamName.OF_TENANT + " AND position > ? AND position <= ?", "position");

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
        .sql(OF_STREAM)
        .params(tenant, stream, afterSequence, limit, PAGE_BYTES)
        .query((row, number) -> event(row))
        .list();
  }

  @Override
  public Map<String, List<StoredEvent>> ofStreams(
      String tenant, Collection<String> streams, long afterSequence, int limitOfEach) {
    String[] asked = streams.toArray(String[]::new);
    long bytesOfEach = PAGE_BYTES / Math.max(1, asked.length);
    return database
        .sql(OF_STREAMS)
        .params(List.of(asked, tenant, afterSequence, limitOfEach, bytesOfEach))
        .query((row, number) -> event(row))
        .list()
        .stream()
        .collect(Collectors.groupingBy(StoredEvent::stream));
  }

  @Override
  public List<StoredEvent> between(
      String tenant, long afterPosition, long upToPosition, int limit) {
    return database
        .sql(BETWEEN)
        .params(tenant, afterPosition, upToPosition, limit, PAGE_BYTES)
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
