package io.daybook.eventstore.autoconfigure;

import io.daybook.eventstore.batch.Pace;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.AxonThreadFactory;
import org.jspecify.annotations.Nullable;

/// The thread that hands events to the segments of one processor.
///
/// Axon's coordinator looks again after 100 ms when a segment has 1,024 events waiting, whatever the
/// segment makes of them meanwhile: that alone would keep a replay below 10,000 events a second. This
/// is the only pause of that length that it makes.
///
/// When it is called, it looks at once, unless it has just looked and is to [rest][Pace]. What comes
/// meanwhile is handed over together. It never rests when it calls itself: then it has handed over as much
/// as it may in one look, and more is there already, as in a replay.
public final class PromptCoordinator extends ScheduledThreadPoolExecutor {
  private static final long FULL_MILLIS = 100;
  private static final long PROMPT_MILLIS = 2;

  private final Pace pace;
  private volatile long lastLook;
  private volatile @Nullable Thread looking;

  /// Never rests.
  public PromptCoordinator(String processor) {
    this(processor, new Pace());
  }

  PromptCoordinator(String processor, Pace pace) {
    super(1, new AxonThreadFactory("Coordinator[" + processor + "]"));
    this.pace = pace;
    this.lastLook = System.nanoTime();
  }

  @Override
  public ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
    if (delay == 0) {
      return super.schedule(() -> look(task), untilRested(), TimeUnit.NANOSECONDS);
    }
    return super.schedule(task, unit.toMillis(delay) == FULL_MILLIS ? PROMPT_MILLIS : delay, unit);
  }

  private long untilRested() {
    boolean callsItself = Thread.currentThread().equals(looking);
    return callsItself ? 0 : Math.max(0, lastLook + pace.rest() - System.nanoTime());
  }

  private void look(Runnable task) {
    lastLook = System.nanoTime();
    looking = Thread.currentThread();
    try {
      task.run();
    } finally {
      looking = null;
    }
  }
}
