package io.daybook.app.processors;

import io.daybook.app.processors.ReplayProgress.State;
import java.time.Duration;

/// One rebuild of one projection, as far as it is known.
final class Replay {
  private final String id;
  private final String projection;
  private final long target;
  private final long discardedDeadLetters;
  private final long startedAt = System.nanoTime();

  private State state = State.RUNNING;
  private long position = Progression.START;
  private Duration taken = Duration.ZERO;

  Replay(String id, String projection, long target, long discardedDeadLetters) {
    this.id = id;
    this.projection = projection;
    this.target = target;
    this.discardedDeadLetters = discardedDeadLetters;
  }

  String id() {
    return id;
  }

  String projection() {
    return projection;
  }

  synchronized boolean isRunning() {
    return state == State.RUNNING;
  }

  /// Completion is a position, not Axon's flag, which stays up until the next new event.
  synchronized void reached(long newPosition) {
    if (state == State.RUNNING) {
      position = newPosition;
      taken = Duration.ofNanos(System.nanoTime() - startedAt);
      state = position >= target ? State.COMPLETED : State.RUNNING;
    }
  }

  synchronized void cancel() {
    if (state == State.RUNNING) {
      state = State.CANCELLED;
    }
  }

  synchronized ReplayProgress progress() {
    long rate = Math.round(position * 1000.0 / Math.max(1, taken.toMillis()));
    long left = Math.max(0, target - position);
    return new ReplayProgress(
        id,
        projection,
        state,
        position,
        target,
        ReplayProgress.percent(position, target),
        rate,
        rate == 0 ? null : (left + rate - 1) / rate,
        discardedDeadLetters,
        ReplayMode.IN_PLACE,
        null,
        null);
  }
}
