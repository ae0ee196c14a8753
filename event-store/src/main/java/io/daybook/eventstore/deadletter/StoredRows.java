package io.daybook.eventstore.deadletter;

import io.daybook.eventstore.UnreadableEvent;
import io.daybook.eventstore.format.UnreadableMessage;
import io.daybook.eventstore.format.UnreadableMessage.Stored;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializedMetaData;
import org.axonframework.serialization.SimpleSerializedObject;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What the event table has of an event.
final class StoredRows {

  private final JdbcClient database;

  StoredRows(DataSource source) {
    this.database = JdbcClient.create(source);
  }

  Optional<Stored> of(EventMessage<?> event) {
    return database
        .sql(
            """
            SELECT type.name, type.revision, event.payload, event.metadata FROM event_store.event
            JOIN event_store.event_type AS type ON type.id = event.type_id WHERE event.event_id = ?
            """)
        .param(UUID.fromString(event.getIdentifier()))
        .query((row, _) -> stored(row))
        .optional();
  }

  private static Stored stored(ResultSet row) throws SQLException {
    return new Stored(
        new SimpleSerializedObject<>(
            row.getBytes("payload"),
            byte[].class,
            row.getString("name"),
            row.getString("revision")),
        new SerializedMetaData<>(row.getBytes("metadata"), byte[].class));
  }

  /// The message of an event whose payload or metadata cannot be written into a dead letter.
  static UnreadableMessage unreadable(EventMessage<?> event, Stored stored, Exception why) {
    return new UnreadableMessage(
        event.getIdentifier(), stored, UnreadableEvent.class, MetaData.emptyInstance(), why);
  }
}
