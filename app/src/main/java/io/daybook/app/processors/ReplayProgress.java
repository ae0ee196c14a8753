package io.daybook.app.processors;

import org.jspecify.annotations.Nullable;

/// How far a replay is.
///
/// @param position of the slowest segment
/// @param target the head of the store when the replay began: there it is complete, though the
///     processor goes on with what has come since
/// @param secondsLeft at the rate so far; absent while nothing is known
/// @param discardedDeadLetters letters that were thrown away at the start, because the replay goes
///     over their events again
public record ReplayProgress(
    String id,
    String projection,
    State state,
    long position,
    long target,
    int percent,
    long eventsPerSecond,
    @Nullable Long secondsLeft,
    long discardedDeadLetters) {

  /// A cancelled replay keeps its position: it goes on when the program starts the next time.
  public enum State {
    RUNNING,
    COMPLETED,
    CANCELLED
  }
}
