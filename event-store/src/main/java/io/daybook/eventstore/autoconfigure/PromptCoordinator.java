package io.daybook.eventstore.autoconfigure;

import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.AxonThreadFactory;

/// The thread that hands events to the segments of one processor.
///
/// Axon's coordinator looks again after 100 ms when a segment has 1,024 events waiting, whatever the
/// segment makes of them meanwhile: that alone would keep a replay below 10,000 events a second. This
/// is the only pause of that length that it makes.
public final class PromptCoordinator extends ScheduledThreadPoolExecutor {
  private static final long FULL_MILLIS = 100;
  private static final long PROMPT_MILLIS = 2;

  public PromptCoordinator(String processor) {
    super(1, new AxonThreadFactory("Coordinator[" + processor + "]"));
  }

  @Override
  public ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
    return super.schedule(task, unit.toMillis(delay) == FULL_MILLIS ? PROMPT_MILLIS : delay, unit);
  }
}
