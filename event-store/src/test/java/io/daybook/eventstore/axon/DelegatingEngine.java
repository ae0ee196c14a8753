package io.daybook.eventstore.axon;

import io.daybook.eventstore.postgres.PostgresEventStorageEngine;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.BatchingEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.snapshotting.SnapshotFilter;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.jspecify.annotations.Nullable;

/// The engine in the place of one of Axon's classes, for which Axon's suites ask.
final class DelegatingEngine extends BatchingEventStorageEngine {

  private final PostgresEventStorageEngine engine;

  private DelegatingEngine(Settings settings, SuiteStore store) {
    super(settings);
    this.engine = store.engine(settings.upcasters, settings.filter);
  }

  /// What a suite sets, for the engine.
  static final class Settings extends BatchingEventStorageEngine.Builder {

    private EventUpcaster upcasters = NoOpEventUpcaster.INSTANCE;
    private SnapshotFilter filter = SnapshotFilter.allowAll();

    Settings() {
      eventSerializer(SuiteStore.eventSerializer());
      snapshotSerializer(SuiteStore.serializer());
    }

    @Override
    public Settings upcasterChain(EventUpcaster upcasterChain) {
      upcasters = upcasterChain;
      return this;
    }

    @Override
    public Settings snapshotFilter(SnapshotFilter snapshotFilter) {
      filter = snapshotFilter;
      return this;
    }

    DelegatingEngine engine(SuiteStore store) {
      return new DelegatingEngine(this, store);
    }
  }

  @Override
  public void appendEvents(List<? extends EventMessage<?>> events) {
    engine.appendEvents(events);
  }

  @Override
  public void storeSnapshot(DomainEventMessage<?> snapshot) {
    engine.storeSnapshot(snapshot);
  }

  @Override
  public Stream<? extends TrackedEventMessage<?>> readEvents(
      @Nullable TrackingToken token, boolean mayBlock) {
    return engine.readEvents(token, mayBlock);
  }

  @Override
  public DomainEventStream readEvents(String aggregate, long firstSequenceNumber) {
    return engine.readEvents(aggregate, firstSequenceNumber);
  }

  @Override
  public Optional<DomainEventMessage<?>> readSnapshot(String aggregate) {
    return engine.readSnapshot(aggregate);
  }

  @Override
  public Optional<Long> lastSequenceNumberFor(String aggregate) {
    return engine.lastSequenceNumberFor(aggregate);
  }

  @Override
  public TrackingToken createTailToken() {
    return engine.createTailToken();
  }

  @Override
  public TrackingToken createHeadToken() {
    return engine.createHeadToken();
  }

  @Override
  public TrackingToken createTokenAt(Instant instant) {
    return engine.createTokenAt(instant);
  }

  @Override
  protected void appendEvents(List<? extends EventMessage<?>> events, Serializer serializer) {
    throw unused();
  }

  @Override
  protected void storeSnapshot(DomainEventMessage<?> snapshot, Serializer serializer) {
    throw unused();
  }

  @Override
  protected Stream<? extends DomainEventData<?>> readSnapshotData(String aggregate) {
    throw unused();
  }

  @Override
  protected List<? extends TrackedEventData<?>> fetchTrackedEvents(
      @Nullable TrackingToken token, int count) {
    throw unused();
  }

  @Override
  protected List<? extends DomainEventData<?>> fetchDomainEvents(
      String aggregate, long firstSequenceNumber, int count) {
    throw unused();
  }

  private static UnsupportedOperationException unused() {
    return new UnsupportedOperationException("the engine does it");
  }
}
