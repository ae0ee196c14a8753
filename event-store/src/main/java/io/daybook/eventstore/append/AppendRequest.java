package io.daybook.eventstore.append;

import io.daybook.eventstore.read.CachedRead;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/// What one unit of work wants written, all of it or nothing. The outcome is the position of its last event,
/// or the head if it has no event.
final class AppendRequest {

  private enum State {
    WAITING,
    TAKEN,
    ABANDONED
  }

  private static final long NONE = -1;

  private final List<NewEvent> events;
  private final ReadSet readSet;
  private final WriteSet writeSet;
  private final List<CachedRead> cachedReads;
  private final long size;
  private final CompletableFuture<Long> outcome = new CompletableFuture<>();
  private long changes = NONE;
  private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);

  AppendRequest(List<NewEvent> events, WriteSet writeSet) {
    this(events, new ReadSet(), writeSet, List.of());
  }

  /// @param cachedReads streams that were read from this node's cache without a query
  AppendRequest(
      List<NewEvent> events, ReadSet readSet, WriteSet writeSet, List<CachedRead> cachedReads) {
    this.events = List.copyOf(events);
    this.readSet = readSet;
    this.writeSet = writeSet;
    this.cachedReads = List.copyOf(cachedReads);
    this.size = events.stream().mapToLong(NewEvent::size).sum() + writeSet.size();
  }

  /// @param changesOfTimeline when its events were serialised
  AppendRequest serialisedIn(long changesOfTimeline) {
    changes = changesOfTimeline;
    return this;
  }

  /// Whether events of the store were lost since its events were serialised: the numbers of their types may be lost as
  /// well.
  boolean isOlderThan(long changesOfTimeline) {
    return changes != NONE && !events.isEmpty() && changes != changesOfTimeline;
  }

  List<NewEvent> events() {
    return events;
  }

  ReadSet readSet() {
    return readSet;
  }

  WriteSet writeSet() {
    return writeSet;
  }

  List<CachedRead> cachedReads() {
    return cachedReads;
  }

  boolean isEmpty() {
    return events.isEmpty() && writeSet.isEmpty();
  }

  /// The streams whose last sequence number the conflict check needs.
  Stream<String> streams() {
    return Stream.concat(
        events.stream().map(NewEvent::stream), readSet.streamEnds().keySet().stream());
  }

  /// The claims whose owner the conflict check needs.
  Stream<Claim> claims() {
    return Stream.concat(readSet.owners().keySet().stream(), writeSet.claims().keySet().stream());
  }

  /// The idempotency keys under which the conflict check must find no answer.
  Stream<IdempotencyRecord.Key> keys() {
    return Stream.concat(
            writeSet.answer().map(IdempotencyRecord::key).stream(), readSet.unanswered().stream())
        .distinct();
  }

  /// In bytes.
  long size() {
    return size;
  }

  CompletableFuture<Long> outcome() {
    return outcome;
  }

  /// Called by the writer. False if the caller has given up waiting.
  boolean take() {
    return state.compareAndSet(State.WAITING, State.TAKEN);
  }

  /// Called by a caller that gives up waiting. False if the writer has taken the request: it may be written.
  boolean abandon() {
    return state.compareAndSet(State.WAITING, State.ABANDONED);
  }
}
