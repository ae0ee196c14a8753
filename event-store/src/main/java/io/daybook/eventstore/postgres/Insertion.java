package io.daybook.eventstore.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;

/// All events of a unit of work in one statement that answers with their positions.
final class Insertion {

  // The ordinality keeps the positions in the order in which the events were applied.
  private static final String SQL =
      """
      INSERT INTO event_store.event
        (stream, sequence, aggregate_type, event_id, recorded_at, type, revision, payload, metadata)
      SELECT stream, sequence, aggregate_type, event_id, recorded_at::timestamptz, type, revision,
             payload::json, metadata::json
      FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?) WITH ORDINALITY AS event
        (stream, sequence, aggregate_type, event_id, recorded_at, type, revision, payload, metadata,
         nth)
      ORDER BY nth
      RETURNING position
      """;

  private final Connection connection;
  private final List<Row> rows;

  private Insertion(Connection connection, List<Row> rows) {
    this.connection = connection;
    this.rows = rows;
  }

  static PreparedStatement of(
      Connection connection, List<? extends EventMessage<?>> events, Serializer serializer)
      throws SQLException {
    List<Row> rows = events.stream().map(event -> Row.of(event, serializer)).toList();
    return new Insertion(connection, rows).statement();
  }

  private PreparedStatement statement() throws SQLException {
    PreparedStatement statement = connection.prepareStatement(SQL);
    statement.setArray(1, connection.createArrayOf("text", column(Row::stream)));
    statement.setArray(2, connection.createArrayOf("bigint", column(Row::sequence)));
    statement.setArray(3, connection.createArrayOf("text", column(Row::aggregateType)));
    statement.setArray(4, connection.createArrayOf("text", column(Row::eventId)));
    statement.setArray(5, connection.createArrayOf("text", column(Row::recordedAt)));
    statement.setArray(6, connection.createArrayOf("text", column(Row::type)));
    statement.setArray(7, connection.createArrayOf("text", column(Row::revision)));
    statement.setArray(8, connection.createArrayOf("text", column(Row::payload)));
    statement.setArray(9, connection.createArrayOf("text", column(Row::metadata)));
    return statement;
  }

  private Object[] column(Function<Row, ?> value) {
    return rows.stream().map(value).toArray();
  }

  private record Row(
      String stream,
      long sequence,
      String aggregateType,
      String eventId,
      String recordedAt,
      String type,
      String revision,
      String payload,
      String metadata) {

    static Row of(EventMessage<?> message, Serializer serializer) {
      DomainEventMessage<?> event = asDomainEvent(message);
      SerializedObject<String> payload = event.serializePayload(serializer, String.class);
      return new Row(
          event.getAggregateIdentifier(),
          event.getSequenceNumber(),
          event.getType(),
          event.getIdentifier(),
          event.getTimestamp().toString(),
          payload.getType().getName(),
          payload.getType().getRevision(),
          payload.getData(),
          event.serializeMetaData(serializer, String.class).getData());
    }

    /// An event that no aggregate applied is a stream of its own, as Axon's engines have it.
    private static DomainEventMessage<?> asDomainEvent(EventMessage<?> event) {
      return event instanceof DomainEventMessage<?> domainEvent
          ? domainEvent
          : new GenericDomainEventMessage<>(
              null, event.getIdentifier(), 0L, event, event::getTimestamp);
    }
  }
}
