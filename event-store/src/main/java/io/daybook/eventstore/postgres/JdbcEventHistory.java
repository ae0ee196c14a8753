package io.daybook.eventstore.postgres;

import io.daybook.eventstore.EventHistory;
import io.daybook.eventstore.EventType;
import io.daybook.eventstore.StoredEvent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The event table, read as it is.
public final class JdbcEventHistory implements EventHistory {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};
  private static final String SELECT =
      """
      SELECT position, event_id, stream, sequence, type, revision, recorded_at, metadata, payload
      FROM event_store.event
      """;

  private final JdbcClient database;

  public JdbcEventHistory(DataSource dataSource) {
    this.database = JdbcClient.create(dataSource);
  }

  @Override
  public List<StoredEvent> ofStream(String tenant, String stream, long afterSequence, int limit) {
    return database
        .sql(
            SELECT
                + "WHERE tenant_id = ? AND stream = ? AND sequence > ? ORDER BY sequence LIMIT ?")
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
              %s WHERE tenant_id = ? AND stream = asked.stream AND sequence > ?
              ORDER BY sequence LIMIT ?) AS event
            ORDER BY event.stream, event.sequence
            """
                .formatted(SELECT))
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
                + """
                WHERE tenant_id = ? AND position > ? AND position <= ? ORDER BY position LIMIT ?
                """)
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
        .sql("SELECT count(*) FROM event_store.event WHERE tenant_id = ?")
        .param(tenant)
        .query(Long.class)
        .single();
  }

  private static StoredEvent event(ResultSet row) throws SQLException {
    return new StoredEvent(
        row.getLong("position"),
        row.getString("event_id"),
        row.getString("stream"),
        row.getLong("sequence"),
        new EventType(row.getString("type"), row.getInt("revision")),
        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
        JSON.readValue(row.getString("metadata"), TEXTS),
        row.getString("payload"));
  }
}
