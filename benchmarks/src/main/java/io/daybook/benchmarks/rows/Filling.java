package io.daybook.benchmarks.rows;

import io.daybook.benchmarks.load.Load;
import io.daybook.benchmarks.side.Measured;
import io.daybook.benchmarks.side.Question;
import io.daybook.benchmarks.side.Side;
import io.daybook.benchmarks.side.Task;
import io.daybook.benchmarks.side.Task.Action;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;

/// Puts events into a store until there are so many. It goes on where it was cut off, if the store is kept.
final class Filling {
  private static final int CALLERS = 16;
  private static final int PER_STREAM = 10;
  private static final long AT_ONCE = 500_000;
  private static final Duration PATIENCE = Duration.ofHours(1);

  private Filling() {}

  /// @param projecting whether the side's projections run: then they are at the end when this returns
  /// @param progress is told how far it is, every half a million events
  static void upTo(Side side, long events, boolean projecting, Consumer<String> progress)
      throws Exception {
    long head = side.ask(Question.HEAD);
    boolean filling = head < events;
    while (head < events) {
      Measured part = side.run(part(Math.min(AT_ONCE, events - head), projecting));
      head = side.ask(Question.HEAD);
      progress.accept(
          String.format(
              Locale.ROOT,
              "filled %,d of %,d events, %,.0f a second",
              head,
              events,
              part.perSecond() * PER_STREAM));
    }
    if (filling) {
      side.ask(Question.SETTLE);
    } else if (projecting) {
      side.run(part(0, true));
    }
  }

  private static Task part(long events, boolean projecting) {
    Load load = Load.of(CALLERS, PATIENCE).upTo(Math.ceilDiv(events, PER_STREAM));
    Task task = Task.of(Action.FILL, load).size(PER_STREAM);
    return projecting ? task.untilProjected() : task;
  }
}
