package io.daybook.eventstore.read;

import io.daybook.eventstore.StoredType;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.EventStreamUtils;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.UnknownSerializedType;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads the state of an aggregate from its snapshot. A snapshot says nothing that the events do not say: one that
/// cannot be read, for whatever reason, is left out, and the aggregate is loaded from its events.
final class SnapshotReader {

  private static final Logger log = LoggerFactory.getLogger(SnapshotReader.class);

  private final EventUpcaster upcasters;
  private final Set<StoredType> reported = ConcurrentHashMap.newKeySet();

  SnapshotReader(EventUpcaster upcasters) {
    this.upcasters = upcasters;
  }

  /// @param allowed the application's filter of snapshots
  Optional<DomainEventMessage<?>> read(
      EventRow snapshot, Predicate<DomainEventData<?>> allowed, Serializer serializer) {
    try {
      return allowed.test(snapshot) ? Optional.of(state(snapshot, serializer)) : Optional.empty();
    } catch (RuntimeException | LinkageError e) {
      report(snapshot, e);
      return Optional.empty();
    }
  }

  private DomainEventMessage<?> state(EventRow snapshot, Serializer serializer) {
    DomainEventMessage<?> state =
        EventStreamUtils.upcastAndDeserializeDomainEvents(
                Stream.of(snapshot), serializer, upcasters)
            .next();
    if (state.getPayload() instanceof UnknownSerializedType) {
      throw new SerializationException("No class is stored as " + snapshot.type().name());
    }
    return state;
  }

  /// Once for each type, since every command on every aggregate of the type may meet such a snapshot.
  private void report(EventRow snapshot, Throwable why) {
    if (reported.add(snapshot.type())) {
      log.warn(
          "The snapshot of {}, and maybe others of {}, cannot be read: these aggregates are loaded"
              + " from all their events until their next snapshot",
          snapshot.stream(),
          snapshot.type(),
          why);
    }
  }
}
