package io.daybook.eventstore.search;

import io.daybook.eventstore.StoredType;
import io.daybook.eventstore.format.MetadataFormat;
import io.daybook.eventstore.format.MetadataKeys;
import io.daybook.eventstore.format.TypeIds;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.axonframework.messaging.MetaData;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/// A store whose events are written straight into its table, as many nodes would have.
final class WrittenEvents {

  /// One of them.
  record Written(
      long position,
      String tenant,
      String lamp,
      long sequence,
      String type,
      String user,
      String request,
      Instant at) {

    String stream() {
      return tenant + "/" + lamp;
    }

    Map<String, String> metadata() {
      return user.isEmpty() ? Map.of("request", request) : Map.of("user", user, "request", request);
    }
  }

  static final EventLabels LABELS = (id, metadata) -> metadata;

  final DataSource source;
  final JdbcClient database;

  /// Keeps its connection: a search asks often.
  private final DataSource connected;

  final TypeIds types;
  final MetadataFormat metadata;

  WrittenEvents(DataSource source) {
    this.source = source;
    this.connected = new SingleConnectionDataSource(connection(source), true);
    this.database = JdbcClient.create(connected);
    this.types = new TypeIds(source);
    this.metadata = new MetadataFormat(new MetadataKeys(source));
  }

  private static Connection connection(DataSource source) {
    try {
      return source.getConnection();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  EventSearch search() {
    return new EventSearch(connected, types, metadata, LABELS);
  }

  EventIndex index() {
    return new EventIndex(source, metadata, LABELS);
  }

  void append(List<Written> events) {
    new JdbcTemplate(source)
        .batchUpdate(
            """
            INSERT INTO event_store.event
              (position, sequence, recorded_at, event_id, type_id, stream, metadata, payload)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """,
            events.stream().map(this::row).toList());
    database
        .sql("UPDATE event_store.head SET position = position + ?")
        .param(events.size())
        .update();
  }

  private Object[] row(Written event) {
    return new Object[] {
      event.position(),
      event.sequence(),
      event.at().atOffset(ZoneOffset.UTC),
      UUID.randomUUID(),
      types.idOf(new StoredType("Lamp", event.type(), "1")),
      event.stream(),
      metadata.write(MetaData.from(event.metadata())),
      "{\"lamp\":\"%s\"}".formatted(event.lamp()).getBytes(StandardCharsets.UTF_8)
    };
  }
}
