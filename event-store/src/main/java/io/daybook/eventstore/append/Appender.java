package io.daybook.eventstore.append;

import io.daybook.eventstore.DryRun;
import io.daybook.eventstore.audit.EventContent;
import io.daybook.eventstore.audit.MerkleLog;
import io.daybook.eventstore.form.MetadataForm;
import io.daybook.eventstore.form.StoredType;
import io.daybook.eventstore.form.TypeIds;
import io.daybook.eventstore.read.Remembered;
import io.daybook.eventstore.read.StreamCache;
import io.daybook.eventstore.read.Tail;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/// Appends events and their companions: at the end of the unit of work they belong to, all at once, or
/// where there is none, now.
public final class Appender implements AutoCloseable {

  private static final byte[] NO_HASH = new byte[0];

  private final TypeIds types;
  private final MetadataForm metadata;
  private final boolean hashing;
  private final Writer writer;
  private final Rehearsal rehearsal;

  /// @param log in which every batch is sealed; none if nobody is to verify the store
  public Appender(
      DataSource database,
      WriterLimits limits,
      TypeIds types,
      MetadataForm metadata,
      Tail tail,
      StreamCache cache,
      @Nullable MerkleLog log) {
    this.types = types;
    this.metadata = metadata;
    this.hashing = log != null;
    this.rehearsal = new Rehearsal(database, cache);
    this.writer =
        new Writer(
            database,
            limits,
            log,
            tail::isHeardElsewhere,
            cache,
            batch -> {
              cache.committed(batch.behind(), batch.head(), committed(batch));
              tail.committed(
                  batch.behind(), batch.events().stream().map(NewEvent::message).toList());
            });
  }

  private static List<StreamCache.Committed> committed(JudgedBatch batch) {
    List<StreamCache.Committed> committed = new ArrayList<>(batch.events().size());
    for (NewEvent event : batch.events()) {
      if (event.message() instanceof DomainEventMessage<?> message) {
        committed.add(new StreamCache.Committed(message, event.size()));
      }
    }
    return committed;
  }

  /// What will be committed with the events of the current unit of work.
  ///
  /// @throws IllegalStateException without a unit of work: nobody would commit it
  Companions companions() {
    if (!CurrentUnitOfWork.isStarted()) {
      throw new IllegalStateException("Only within a unit of work");
    }
    return StagedAppend.of(CurrentUnitOfWork.get(), this::write).companions();
  }

  /// Serialises now, so that what cannot be stored fails here; writes when the unit of work commits.
  public void append(List<? extends EventMessage<?>> events, Serializer serializer) {
    List<NewEvent> rows = events.stream().map(event -> row(event, serializer)).toList();
    if (rows.isEmpty()) {
      return;
    }
    if (CurrentUnitOfWork.isStarted()) {
      StagedAppend.of(CurrentUnitOfWork.get(), this::write).add(rows);
    } else {
      writer.append(new AppendRequest(rows, new Companions()));
    }
  }

  private void write(UnitOfWork<?> unitOfWork, StagedAppend staged) {
    try {
      judgeAndWrite(unitOfWork, staged);
    } catch (ConcurrencyException | AggregateStreamCreationException lost) {
      staged.companions().presumedInVain();
      throw lost;
    }
  }

  private void judgeAndWrite(UnitOfWork<?> unitOfWork, StagedAppend staged) {
    AppendRequest request =
        new AppendRequest(staged.events(), staged.companions(), Remembered.of(unitOfWork));
    if (DryRunRequest.isMadeBy(unitOfWork)) {
      rehearsal.run(request);
      throw new DryRun(staged.events().stream().<EventMessage<?>>map(NewEvent::message).toList());
    }
    if (!request.events().isEmpty() || !request.companions().isEmpty()) {
      long position = writer.append(request);
      if (!request.events().isEmpty()) {
        Written.leave(unitOfWork, position);
      }
    } else {
      rehearsal.require(request.companions().presumed(), request.remembered());
    }
  }

  /// What a unit of work that writes nothing has taken for granted.
  ///
  /// @throws ConcurrencyException if it is not so
  void require(Optional<Companions> presumed, List<Remembered> remembered) {
    rehearsal.require(presumed, remembered);
  }

  private NewEvent row(EventMessage<?> event, Serializer serializer) {
    SerializedObject<byte[]> payload = event.serializePayload(serializer, byte[].class);
    boolean domain = event instanceof DomainEventMessage<?>;
    DomainEventMessage<?> source = domain ? (DomainEventMessage<?>) event : null;
    StoredType type =
        new StoredType(
            source == null ? null : source.getType(),
            payload.getType().getName(),
            payload.getType().getRevision());
    String stream = source == null ? event.getIdentifier() : source.getAggregateIdentifier();
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

  private static UUID id(EventMessage<?> event) {
    try {
      return UUID.fromString(event.getIdentifier());
    } catch (IllegalArgumentException e) {
      throw new EventStoreException(
          "The id of an event is a UUID, which %s is not".formatted(event.getIdentifier()), e);
    }
  }

  /// Requests that wait to be written at this moment.
  public int waiting() {
    return writer.waiting();
  }

  @Override
  public void close() {
    writer.close();
  }
}
