package io.daybook.eventstore.append;

import io.daybook.eventstore.audit.EventContent;
import io.daybook.eventstore.format.MetadataFormat;
import io.daybook.eventstore.format.TypeIds;
import io.daybook.eventstore.read.StreamCache;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.jspecify.annotations.Nullable;

/// Appends the events of another store by a writer like any node's, so that they are checked, counted and
/// announced like events that happened here. They have no seal until a node that keeps a Merkle log seals
/// them in the background.
public final class Transfer implements AutoCloseable {

  private static final byte[] NO_HASH = new byte[0];
  private static final long MOST_BYTES = 1L << 30;
  private static final WriterLimits LIMITS =
      new WriterLimits(1, MOST_BYTES, 1, MOST_BYTES, MOST_BYTES, Duration.ofMinutes(10));

  private final TypeIds types;
  private final MetadataFormat metadata;
  private final Writer writer;

  public Transfer(DataSource database, TypeIds types, MetadataFormat metadata) {
    this.types = types;
    this.metadata = metadata;
    StreamCache none = new StreamCache(database, 0, LIMITS.timeout());
    this.writer = new Writer(database, LIMITS, null, () -> true, none, batch -> {});
  }

  /// All of them in one transaction, and with them a change of another table.
  ///
  /// @return the position of the last one
  /// @throws EventStoreException if an event's sequence number is not the next one of its stream
  public long append(List<ForeignEvent> events, String sql, @Nullable Object... parameters) {
    WriteSet progress = new WriteSet();
    progress.add(Statement.of(sql, parameters));
    return writer.append(new AppendRequest(events.stream().map(this::row).toList(), progress));
  }

  private NewEvent row(ForeignEvent event) {
    EventContent content =
        new EventContent(
            event.stream(),
            event.sequence(),
            event.type(),
            RecordedTime.micros(event.recordedAt()),
            event.id(),
            List.of(),
            metadata.write(event.metadata()),
            event.payload());
    return new NewEvent(content, types.idOf(event.type()), NO_HASH, message(event));
  }

  private static EventMessage<?> message(ForeignEvent event) {
    return new GenericDomainEventMessage<>(
        event.type().aggregateType(),
        event.stream(),
        event.sequence(),
        event.payload(),
        event.metadata(),
        event.id().toString(),
        event.recordedAt());
  }

  @Override
  public void close() {
    writer.close();
  }
}
