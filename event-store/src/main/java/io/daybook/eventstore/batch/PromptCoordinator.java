package io.daybook.eventstore.batch;

import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.AxonThreadFactory;
import org.jspecify.annotations.Nullable;

/// The thread that hands events to the segments of one pooled processor: pass it to Axon as the processor's
/// coordinator executor.
///
/// When a segment has 1,024 events waiting, Axon's coordinator looks again after 100 ms, however soon the
/// segment has handled them. That alone would keep a replay below 10,000 events a second, so here it looks after
/// 2 ms. Axon schedules nothing else with a delay of 100 ms.
///
/// When it is woken it looks at once, unless it has just looked and is to [back off][BackOff]; what comes
/// meanwhile is handed over together. It does not back off when it has scheduled itself: then it has handed over
/// as much as it may in one look and more is there already, as in a replay.
public final class PromptCoordinator extends ScheduledThreadPoolExecutor {
  private static final long FULL_MILLIS = 100;
  private static final long PROMPT_MILLIS = 2;

  private final BackOff backOff;
  private volatile long lastLook;
  private volatile @Nullable Thread looking;

  /// Never backs off.
  public PromptCoordinator(String processor) {
    this(processor, new BackOff());
  }

  public PromptCoordinator(String processor, BackOff backOff) {
    super(1, new AxonThreadFactory("Coordinator[" + processor + "]"));
    this.backOff = backOff;
    this.lastLook = System.nanoTime();
  }

  @Override
  public ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
    if (delay == 0) {
      return super.schedule(() -> look(task), remainingDelay(), TimeUnit.NANOSECONDS);
    }
    return super.schedule(task, unit.toMillis(delay) == FULL_MILLIS ? PROMPT_MILLIS : delay, unit);
  }

  private long remainingDelay() {
    boolean scheduledByItself = Thread.currentThread().equals(looking);
    return scheduledByItself ? 0 : Math.max(0, lastLook + backOff.delay() - System.nanoTime());
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
