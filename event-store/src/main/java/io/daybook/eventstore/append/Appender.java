package io.daybook.eventstore.append;

import io.daybook.eventstore.DryRun;
import io.daybook.eventstore.StoredType;
import io.daybook.eventstore.audit.EventContent;
import io.daybook.eventstore.audit.MerkleLog;
import io.daybook.eventstore.format.MetadataFormat;
import io.daybook.eventstore.format.StoredText;
import io.daybook.eventstore.format.TypeIds;
import io.daybook.eventstore.read.CachedRead;
import io.daybook.eventstore.read.HeadTracker;
import io.daybook.eventstore.read.StreamCache;
import io.daybook.eventstore.read.Timeline;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/// Appends events and whatever else a unit of work writes: when the unit of work commits, in one
/// transaction; or at once where there is no unit of work.
public final class Appender implements AutoCloseable {

  private static final byte[] NO_HASH = new byte[0];

  private final TypeIds types;
  private final MetadataFormat metadata;
  private final boolean hashing;
  private final Timeline timeline;
  private final Writer writer;
  private final ReadOnlyCheck readOnlyCheck;

  /// @param log in which every batch is sealed; null for a store that nobody is to verify
  public Appender(
      DataSource database,
      WriterLimits limits,
      TypeIds types,
      MetadataFormat metadata,
      HeadTracker headTracker,
      StreamCache cache,
      @Nullable MerkleLog log) {
    this.types = types;
    this.metadata = metadata;
    this.hashing = log != null;
    this.timeline = cache.timeline();
    this.readOnlyCheck = new ReadOnlyCheck(database, cache);
    this.writer =
        new Writer(
            database,
            limits,
            log,
            headTracker::hasRemoteListener,
            cache,
            batch -> {
              cache.committed(batch.behind(), batch.head(), committed(batch));
              headTracker.committed(
                  batch.behind(),
                  batch.events().stream().map(NewEvent::message).toList(),
                  batch.events().stream().mapToLong(NewEvent::size).toArray());
            });
  }

  private static List<StreamCache.Committed> committed(CheckedBatch batch) {
    List<StreamCache.Committed> committed = new ArrayList<>(batch.events().size());
    for (NewEvent event : batch.events()) {
      if (event.message() instanceof DomainEventMessage<?> message) {
        committed.add(new StreamCache.Committed(message, event.size()));
      }
    }
    return committed;
  }

  /// What the current unit of work has read, and will write when it commits.
  ///
  /// @throws IllegalStateException without a unit of work: nobody would commit it
  StagedAppend current() {
    if (!CurrentUnitOfWork.isStarted()) {
      throw new IllegalStateException("Only within a unit of work");
    }
    return StagedAppend.of(CurrentUnitOfWork.get(), this::write);
  }

  /// Serialises the events at once, and reads them back, so that what cannot be stored fails here; writes them when
  /// the unit of work commits.
  ///
  /// @throws io.daybook.eventstore.NotStorable if an event would not be read again as it is
  public void append(List<? extends EventMessage<?>> events, Serializer serializer) {
    long changes = timeline.changes();
    List<NewEvent> rows = events.stream().map(event -> row(event, serializer)).toList();
    if (rows.isEmpty()) {
      return;
    }
    if (CurrentUnitOfWork.isStarted()) {
      current().add(rows, changes);
    } else {
      writer.append(new AppendRequest(rows, new WriteSet()).serialisedIn(changes));
    }
  }

  private void write(UnitOfWork<?> unitOfWork, StagedAppend staged) {
    try {
      checkAndWrite(unitOfWork, staged);
    } catch (ConcurrencyException | AggregateStreamCreationException conflict) {
      staged.readSet().refuted();
      throw conflict;
    }
  }

  private void checkAndWrite(UnitOfWork<?> unitOfWork, StagedAppend staged) {
    AppendRequest request =
        new AppendRequest(
                staged.events(), staged.readSet(), staged.writeSet(), CachedRead.of(unitOfWork))
            .serialisedIn(staged.changes());
    if (DryRunRequest.isMadeBy(unitOfWork)) {
      readOnlyCheck.run(request);
      throw new DryRun(staged.events().stream().<EventMessage<?>>map(NewEvent::message).toList());
    }
    if (request.isEmpty()) {
      requireValid(staged.readSet().assumed(), request.cachedReads());
      return;
    }
    long position = writer.append(request);
    if (!request.events().isEmpty()) {
      AppendedPosition.set(unitOfWork, position);
    }
  }

  /// Checks what a unit of work that writes nothing has assumed or read from the cache.
  ///
  /// @throws ConcurrencyException if the store says otherwise
  void requireValid(Optional<ReadSet> assumed, List<CachedRead> cachedReads) {
    readOnlyCheck.requireValid(assumed, cachedReads);
  }

  /// Why the database has taken nothing lately; empty if it has.
  public Optional<String> problem() {
    return writer.problem();
  }

  private NewEvent row(EventMessage<?> published, Serializer serializer) {
    EventMessage<?> event = asRead(published);
    SerializedObject<byte[]> payload = ReadBackCheck.write(event, serializer);
    ReadBackCheck.run(event, payload, serializer);
    boolean domain = event instanceof DomainEventMessage<?>;
    DomainEventMessage<?> source = domain ? (DomainEventMessage<?>) event : null;
    StoredType type =
        new StoredType(
            source == null ? null : source.getType(),
            payload.getType().getName(),
            payload.getType().getRevision());
    String stream = source == null ? event.getIdentifier() : source.getAggregateIdentifier();
    StoredText.require(type.name(), "stream", stream);
    long sequence = source == null ? 0 : source.getSequenceNumber();
    byte[] stored = metadata.write(event.getMetaData());
    EventContent content =
        new EventContent(
            stream,
            sequence,
            type,
            RecordedTime.micros(event.getTimestamp()),
            id(event),
            hashing ? metadata.numberedKeys(stored).orElseThrow() : List.of(),
            stored,
            payload.getData());
    return new NewEvent(
        content, types.idOf(type), hashing ? content.hash() : NO_HASH, RecordedTime.cut(event));
  }

  /// The event as a reader of the table will see it, so that handlers are told the same now and in a replay.
  private static EventMessage<?> asRead(EventMessage<?> event) {
    MetaData published = event.getMetaData();
    MetaData read = MetadataFormat.asRead(published);
    return read == published ? event : event.withMetaData(read);
  }

  private static UUID id(EventMessage<?> event) {
    if (!MetadataFormat.isId(event.getIdentifier())) {
      throw new EventStoreException(
          "The id of an event is a UUID in lower case, which %s is not"
              .formatted(event.getIdentifier()));
    }
    return UUID.fromString(event.getIdentifier());
  }

  /// The number of requests that wait for the writer at this moment.
  public int waiting() {
    return writer.waiting();
  }

  @Override
  public void close() {
    writer.close();
  }
}
