package io.daybook.eventstore.postgres;

import io.daybook.eventstore.append.OptimisticAssumptions;
import io.daybook.eventstore.read.EventReader;
import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventBusSpanFactory;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.AbstractEventStore;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.monitoring.MessageMonitor;
import org.jspecify.annotations.Nullable;

/// The event store on PostgreSQL. Its streams wake their readers as soon as there are events, where
/// those of Axon's embedded store look every half second.
public final class PostgresEventStore extends AbstractEventStore {

  private final PostgresEventStorageEngine engine;
  private final EventReader reader;
  private final OptimisticAssumptions assumptions;

  public PostgresEventStore(
      PostgresEventStorageEngine engine,
      EventReader reader,
      OptimisticAssumptions assumptions,
      MessageMonitor<? super EventMessage<?>> monitor,
      EventBusSpanFactory spans) {
    super(new Settings(engine, monitor, spans));
    this.engine = engine;
    this.reader = reader;
    this.assumptions = assumptions;
  }

  private static final class Settings extends AbstractEventStore.Builder {
    Settings(
        PostgresEventStorageEngine engine,
        MessageMonitor<? super EventMessage<?>> monitor,
        EventBusSpanFactory spans) {
      storageEngine(engine);
      messageMonitor(monitor);
      spanFactory(spans);
    }
  }

  @Override
  public DomainEventStream readEvents(String aggregateIdentifier) {
    return withStaged(stored(aggregateIdentifier), aggregateIdentifier, 0);
  }

  private DomainEventStream stored(String stream) {
    if (!reader.knows(stream) && assumptions.assumesNew(stream)) {
      return DomainEventStream.empty();
    }
    DomainEventStream stored = engine.load(stream);
    if (!stored.hasNext()) {
      assumptions.notFound();
    }
    return stored;
  }

  @Override
  public DomainEventStream readEvents(String aggregateIdentifier, long firstSequenceNumber) {
    return withStaged(
        reader.eventsOf(aggregateIdentifier, firstSequenceNumber),
        aggregateIdentifier,
        firstSequenceNumber);
  }

  private DomainEventStream withStaged(DomainEventStream stored, String stream, long first) {
    List<? extends DomainEventMessage<?>> staged =
        stagedDomainEventMessages(stream)
            .filter(event -> event.getSequenceNumber() >= first)
            .toList();
    return staged.isEmpty()
        ? stored
        : DomainEventStream.concat(stored, DomainEventStream.of(staged));
  }

  @Override
  public TrackingEventStream openStream(@Nullable TrackingToken trackingToken) {
    return reader.streamAfter(PostgresEventStorageEngine.position(trackingToken));
  }
}
