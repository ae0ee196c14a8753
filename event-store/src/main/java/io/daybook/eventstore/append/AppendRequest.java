package io.daybook.eventstore.append;

import io.daybook.eventstore.read.Remembered;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;

/// What one unit of work wants written, all of it or nothing. The outcome is the last position of its
/// events, or the head where it has none.
final class AppendRequest {

  private enum State {
    WAITING,
    TAKEN,
    ABANDONED
  }

  private final List<NewEvent> events;
  private final Companions companions;
  private final List<Remembered> remembered;
  private final long size;
  private final CompletableFuture<Long> outcome = new CompletableFuture<>();
  private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);

  AppendRequest(List<NewEvent> events, Companions companions) {
    this(events, companions, List.of());
  }

  /// @param remembered what it was decided on
  AppendRequest(List<NewEvent> events, Companions companions, List<Remembered> remembered) {
    this.remembered = List.copyOf(remembered);
    this.events = List.copyOf(events);
    this.companions = companions;
    this.size = events.stream().mapToLong(NewEvent::size).sum();
  }

  List<NewEvent> events() {
    return events;
  }

  Companions companions() {
    return companions;
  }

  List<Remembered> remembered() {
    return remembered;
  }

  /// In bytes.
  long size() {
    return size;
  }

  CompletableFuture<Long> outcome() {
    return outcome;
  }

  /// The writer's, unless the caller has gone.
  boolean take() {
    return state.compareAndSet(State.WAITING, State.TAKEN);
  }

  /// The caller's, unless the writer has begun: then nobody knows yet what will come of it.
  boolean abandon() {
    return state.compareAndSet(State.WAITING, State.ABANDONED);
  }
}
