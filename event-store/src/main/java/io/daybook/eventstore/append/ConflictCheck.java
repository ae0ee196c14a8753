package io.daybook.eventstore.append;

import io.daybook.eventstore.read.CachedRead;
import io.daybook.eventstore.read.StreamCache;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;

/// The validation step of optimistic concurrency control: compares what each request of a batch has read with
/// the store. A request with a conflict is refused; the others of its batch are written.
final class ConflictCheck {

  private final StoreState state;
  private final StreamCache cache;

  /// @param state of everything that the requests have read or change
  /// @param cache that knows which streams other nodes have appended to
  ConflictCheck(StoreState state, StreamCache cache) {
    this.state = state;
    this.cache = cache;
  }

  /// Empty if the request can be written. It then counts as written for the requests after it.
  Optional<RuntimeException> check(AppendRequest request) {
    @Nullable RuntimeException conflict = conflict(request);
    if (conflict == null) {
      state.accept(request);
    }
    return Optional.ofNullable(conflict);
  }

  private @Nullable RuntimeException conflict(AppendRequest request) {
    if (request.isOlderThan(cache.timeline().changes())) {
      return new ConcurrencyException("Events were lost since this was decided");
    }
    @Nullable RuntimeException conflict = sequences(request);
    if (conflict == null) {
      conflict = streamEnds(request.readSet());
    }
    if (conflict == null) {
      conflict = claims(request.readSet());
    }
    if (conflict == null) {
      conflict = cachedReads(request);
    }
    return conflict == null ? answers(request) : conflict;
  }

  private @Nullable RuntimeException sequences(AppendRequest request) {
    Map<String, Long> ends = new HashMap<>();
    for (NewEvent event : request.events()) {
      long end = ends.getOrDefault(event.stream(), state.endOf(event.stream()));
      if (event.sequence() != end + 1) {
        return outOfSequence(event, end);
      }
      ends.put(event.stream(), event.sequence());
    }
    return null;
  }

  /// A hole means that the decision rests on events that the store does not have: they were lost. The next attempt
  /// reads the stream from the database.
  private RuntimeException outOfSequence(NewEvent event, long end) {
    if (event.sequence() > end + 1) {
      cache.forget(event.stream());
      return new ConcurrencyException(
          "Stream %s ends at sequence %d; an event %d would leave a hole"
              .formatted(event.stream(), end, event.sequence()));
    }
    return event.sequence() == 0
        ? new AggregateStreamCreationException("Stream %s exists already".formatted(event.stream()))
        : new ConcurrencyException(
            "Stream %s has an event %d already".formatted(event.stream(), event.sequence()));
  }

  private @Nullable RuntimeException streamEnds(ReadSet reads) {
    for (var read : reads.streamEnds().entrySet()) {
      if (state.endOf(read.getKey()) != read.getValue()) {
        return new ConcurrencyException("Stream %s has grown".formatted(read.getKey()));
      }
    }
    return null;
  }

  private @Nullable RuntimeException claims(ReadSet reads) {
    for (var read : reads.owners().entrySet()) {
      if (!state.ownerOf(read.getKey()).equals(read.getValue())) {
        return new ConcurrencyException(read.getKey() + " has another owner than when it was read");
      }
    }
    for (var counted : reads.counts().entrySet()) {
      if (state.countOf(counted.getKey()) != counted.getValue()) {
        return new ConcurrencyException("The claims of " + counted.getKey() + " have changed");
      }
    }
    return null;
  }

  private @Nullable RuntimeException cachedReads(AppendRequest request) {
    for (CachedRead read : request.cachedReads()) {
      if (!cache.isCurrent(read)) {
        return new ConcurrencyException("Another node has added to " + read.stream());
      }
    }
    return null;
  }

  private @Nullable RuntimeException answers(AppendRequest request) {
    return request
        .keys()
        .filter(state::isAnswered)
        .findFirst()
        .map(key -> new ConcurrencyException(key + " has been answered already"))
        .orElse(null);
  }
}
