package io.daybook.eventstore.postgres;

import io.daybook.eventstore.append.Appender;
import io.daybook.eventstore.read.EventReader;
import io.daybook.eventstore.read.EventRows;
import io.daybook.eventstore.read.StreamCache;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.WrappedToken;
import org.axonframework.eventsourcing.eventstore.AbstractEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.snapshotting.SnapshotFilter;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.jspecify.annotations.Nullable;

/// Axon's view of the store. An append is durable when its unit of work has committed; without a unit of work, when
/// the call returns.
public final class PostgresEventStorageEngine extends AbstractEventStorageEngine {

  private static final long BEFORE_THE_FIRST = 0;

  private final Appender appender;
  private final Snapshots snapshots;
  private final EventReader reader;
  private final EventRows rows;
  private final StreamCache cache;
  private final SnapshotFilter known;

  public PostgresEventStorageEngine(
      Appender appender,
      Snapshots snapshots,
      EventReader reader,
      EventRows rows,
      StreamCache cache,
      Serialization serialization) {
    super(new Settings(serialization));
    this.appender = appender;
    this.snapshots = snapshots;
    this.reader = reader;
    this.rows = rows;
    this.cache = cache;
    this.known = serialization.snapshotFilter();
  }

  /// @param events how events are written and read
  /// @param snapshots how snapshots are written and read
  /// @param snapshotFilter which snapshots can still be read
  public record Serialization(
      Serializer events,
      Serializer snapshots,
      EventUpcaster upcasters,
      SnapshotFilter snapshotFilter) {}

  private static final class Settings extends AbstractEventStorageEngine.Builder {
    Settings(Serialization serialization) {
      eventSerializer(serialization.events());
      snapshotSerializer(serialization.snapshots());
      upcasterChain(serialization.upcasters());
      snapshotFilter(serialization.snapshotFilter());
    }
  }

  @Override
  protected void appendEvents(List<? extends EventMessage<?>> events, Serializer serializer) {
    appender.append(events, serializer);
  }

  @Override
  protected void storeSnapshot(DomainEventMessage<?> snapshot, Serializer serializer) {
    snapshots.store(snapshot, serializer);
    cache.forget(snapshot.getAggregateIdentifier());
  }

  /// The aggregate's last snapshot and what came after it.
  DomainEventStream load(String stream) {
    return reader.load(stream, known::allow, getSnapshotSerializer());
  }

  @Override
  protected Stream<? extends DomainEventData<?>> readEventData(
      String identifier, long firstSequenceNumber) {
    return reader.rowsOf(identifier, firstSequenceNumber);
  }

  @Override
  protected Stream<? extends DomainEventData<?>> readSnapshotData(String aggregateIdentifier) {
    return reader.snapshotOf(aggregateIdentifier);
  }

  @Override
  protected Stream<? extends TrackedEventData<?>> readEventData(
      @Nullable TrackingToken trackingToken, boolean mayBlock) {
    return reader.rowsAfter(position(trackingToken));
  }

  @Override
  public Stream<? extends TrackedEventMessage<?>> readEvents(
      @Nullable TrackingToken trackingToken, boolean mayBlock) {
    return reader.messagesAfter(position(trackingToken));
  }

  @Override
  public Optional<Long> lastSequenceNumberFor(String aggregateIdentifier) {
    return Optional.ofNullable(rows.endOf(aggregateIdentifier));
  }

  @Override
  public TrackingToken createTailToken() {
    return new GlobalSequenceTrackingToken(BEFORE_THE_FIRST);
  }

  @Override
  public TrackingToken createHeadToken() {
    return new GlobalSequenceTrackingToken(rows.head());
  }

  /// Every event that was recorded at this instant or later comes after the token. The head is read first, so that
  /// this is true of events as well that are committed meanwhile.
  @Override
  public TrackingToken createTokenAt(Instant dateTime) {
    TrackingToken head = createHeadToken();
    @Nullable Long before = rows.before(dateTime);
    return before == null ? head : new GlobalSequenceTrackingToken(before);
  }

  /// The position behind which a token's reader goes on.
  static long position(@Nullable TrackingToken token) {
    return switch (WrappedToken.unwrapLowerBound(token)) {
      case null -> BEFORE_THE_FIRST;
      case GlobalSequenceTrackingToken reached -> reached.getGlobalIndex();
      case TrackingToken other ->
          throw new IllegalArgumentException("Not a token of this store: " + other);
    };
  }
}
