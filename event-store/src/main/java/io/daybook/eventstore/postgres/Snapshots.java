package io.daybook.eventstore.postgres;

import io.daybook.eventstore.StoredType;
import io.daybook.eventstore.format.MetadataFormat;
import io.daybook.eventstore.format.TypeIds;
import java.time.ZoneOffset;
import java.util.UUID;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Keeps the last snapshot of each stream. One that comes late, after a newer one, is dropped.
public final class Snapshots {

  private final JdbcClient database;
  private final TypeIds types;
  private final MetadataFormat metadata;

  public Snapshots(DataSource dataSource, TypeIds types, MetadataFormat metadata) {
    this.database = JdbcClient.create(dataSource);
    this.types = types;
    this.metadata = metadata;
  }

  void store(DomainEventMessage<?> snapshot, Serializer serializer) {
    SerializedObject<byte[]> payload = snapshot.serializePayload(serializer, byte[].class);
    StoredType type =
        new StoredType(
            snapshot.getType(), payload.getType().getName(), payload.getType().getRevision());
    database
        .sql(
            """
            INSERT INTO event_store.snapshot AS known
              (stream, sequence, recorded_at, event_id, type_id, metadata, payload)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (stream) DO UPDATE
            SET sequence = excluded.sequence, recorded_at = excluded.recorded_at,
                event_id = excluded.event_id, type_id = excluded.type_id,
                metadata = excluded.metadata, payload = excluded.payload
            WHERE known.sequence < excluded.sequence
            """)
        .params(
            snapshot.getAggregateIdentifier(),
            snapshot.getSequenceNumber(),
            snapshot.getTimestamp().atOffset(ZoneOffset.UTC),
            UUID.fromString(snapshot.getIdentifier()),
            types.idOf(type),
            metadata.write(snapshot.getMetaData()),
            payload.getData())
        .update();
  }
}
