package io.daybook.benchmarks.side;

import io.daybook.benchmarks.load.Load;
import java.time.Duration;

/// What a side is asked to do in one round.
///
/// @param callers how many at once
/// @param count at most so many operations
/// @param atMost for so long at most
/// @param size the events of a transaction, or the aggregates that are updated again and again
/// @param projected whether the round ends only when the projections have reached its last event
public record Task(
    Action action, int callers, long count, Duration atMost, int size, boolean projected) {

  /// The operation that is repeated.
  public enum Action {
    /// Transactions of `size` events, each a new stream, past aggregates and commands.
    APPEND,
    /// The same, of streams that [#LOAD] finds again.
    FILL,
    /// A command that creates an aggregate.
    CREATE,
    /// A command that changes one of `size` aggregates.
    UPDATE,
    /// Reads the events of a stream that [#FILL] has written.
    LOAD
  }

  public static Task of(Action action, Load load) {
    return new Task(action, load.callers(), load.count(), load.atMost(), 1, false);
  }

  public Task size(int wanted) {
    return new Task(action, callers, count, atMost, wanted, projected);
  }

  public Task untilProjected() {
    return new Task(action, callers, count, atMost, size, true);
  }

  Load load() {
    return Load.of(callers, atMost).upTo(count);
  }

  /// As a line of text, for [#read].
  String text() {
    return String.join(
        " ",
        action.name(),
        Integer.toString(callers),
        Long.toString(count),
        Long.toString(atMost.toMillis()),
        Integer.toString(size),
        Boolean.toString(projected));
  }

  static Task read(String line) {
    String[] words = line.split(" ");
    return new Task(
        Action.valueOf(words[0]),
        Integer.parseInt(words[1]),
        Long.parseLong(words[2]),
        Duration.ofMillis(Long.parseLong(words[3])),
        Integer.parseInt(words[4]),
        Boolean.parseBoolean(words[5]));
  }
}
