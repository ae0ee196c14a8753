package io.daybook.app.processors;

import io.daybook.query.rebuild.Comparison;
import io.daybook.query.rebuild.RebuildState;
import org.jspecify.annotations.Nullable;

/// How far a replay is.
///
/// @param position of the slowest segment
/// @param target the head of the store when the replay began: there it is complete, though the
///     processor goes on with what has come since
/// @param secondsLeft at the rate so far; absent while nothing is known
/// @param discardedDeadLetters letters that were thrown away at the start, because the replay goes
///     over their events again; in place only
/// @param comparison of what served with what was rebuilt, once that is known; not in place
public record ReplayProgress(
    String id,
    String projection,
    State state,
    long position,
    long target,
    int percent,
    long eventsPerSecond,
    @Nullable Long secondsLeft,
    long discardedDeadLetters,
    ReplayMode mode,
    @Nullable Comparison comparison,
    @Nullable String failure) {

  /// A cancelled replay in place keeps its position: it goes on when the program starts the next time.
  public enum State {
    RUNNING,
    COMPLETED,
    /// Compared; the rebuilt tables stay until it is cancelled.
    KEPT,
    CANCELLED,
    FAILED
  }

  static ReplayProgress of(RebuildState rebuild) {
    long rate = Math.round(rebuild.position() * 1000.0 / Math.max(1, rebuild.taken().toMillis()));
    long left = Math.max(0, rebuild.target() - rebuild.position());
    return new ReplayProgress(
        rebuild.id(),
        rebuild.projection(),
        state(rebuild.phase()),
        rebuild.position(),
        rebuild.target(),
        percent(rebuild.position(), rebuild.target()),
        rate,
        rate == 0 ? null : (left + rate - 1) / rate,
        0,
        ReplayMode.valueOf(rebuild.purpose().name()),
        rebuild.comparison(),
        rebuild.failure());
  }

  private static State state(RebuildState.Phase phase) {
    return switch (phase) {
      case RUNNING -> State.RUNNING;
      case COMPLETED -> State.COMPLETED;
      case KEPT -> State.KEPT;
      case CANCELLING, CANCELLED -> State.CANCELLED;
      case FAILED -> State.FAILED;
    };
  }

  static int percent(long position, long target) {
    return target == 0 ? 100 : (int) Math.min(100, position * 100 / target);
  }
}
