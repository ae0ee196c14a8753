package io.daybook.eventstore.append;

import io.daybook.eventstore.read.Remembered;
import io.daybook.eventstore.read.StreamCache;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;

/// Decides request by request whether what it rests on is still true. A request that is refused leaves
/// the others of its batch alone.
final class Judge {

  private final StoreState state;
  private final StreamCache memory;

  /// @param memory that knows where other nodes have added something by now
  Judge(StoreState state, StreamCache memory) {
    this.state = state;
    this.memory = memory;
  }

  /// Why the request cannot be written; nothing if it can, and then it counts for those after it.
  Optional<RuntimeException> judge(AppendRequest request) {
    @Nullable RuntimeException refusal = refusal(request);
    if (refusal == null) {
      state.accept(request);
    }
    return Optional.ofNullable(refusal);
  }

  private @Nullable RuntimeException refusal(AppendRequest request) {
    @Nullable RuntimeException refusal = streams(request);
    if (refusal == null) {
      refusal = premises(request.companions());
    }
    if (refusal == null) {
      refusal = remembered(request);
    }
    return refusal == null ? answer(request.companions()) : refusal;
  }

  private @Nullable RuntimeException streams(AppendRequest request) {
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

  private static RuntimeException outOfSequence(NewEvent event, long end) {
    if (event.sequence() > end + 1) {
      return new EventStoreException(
          "Stream %s ends at sequence %d; an event %d would leave a hole"
              .formatted(event.stream(), end, event.sequence()));
    }
    return event.sequence() == 0
        ? new AggregateStreamCreationException("Stream %s exists already".formatted(event.stream()))
        : new ConcurrencyException(
            "Stream %s has an event %d already".formatted(event.stream(), event.sequence()));
  }

  private @Nullable RuntimeException premises(Companions companions) {
    for (var premise : companions.streamEnds().entrySet()) {
      if (state.endOf(premise.getKey()) != premise.getValue()) {
        return new ConcurrencyException("Stream %s has grown".formatted(premise.getKey()));
      }
    }
    return claims(companions);
  }

  private @Nullable RuntimeException claims(Companions companions) {
    for (var read : companions.claimsRead().entrySet()) {
      if (!state.ownerOf(read.getKey()).equals(read.getValue())) {
        return new ConcurrencyException(read.getKey() + " has changed hands meanwhile");
      }
    }
    for (var counted : companions.countsRead().entrySet()) {
      if (state.countOf(counted.getKey()) != counted.getValue()) {
        return new ConcurrencyException("The claims of " + counted.getKey() + " have changed");
      }
    }
    return null;
  }

  private @Nullable RuntimeException remembered(AppendRequest request) {
    for (Remembered taken : request.remembered()) {
      if (!memory.isCurrent(taken)) {
        return new ConcurrencyException("Another node has added to " + taken.stream());
      }
    }
    return null;
  }

  private @Nullable RuntimeException answer(Companions companions) {
    return companions
        .keys()
        .filter(state::isAnswered)
        .findFirst()
        .map(key -> new ConcurrencyException(key + " has been answered meanwhile"))
        .orElse(null);
  }
}
