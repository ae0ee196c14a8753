package io.daybook.eventstore.read;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Wakes the readers of the store when there are new events: at once after a silence, and under load every two
/// milliseconds, so that they find a few events instead of one and commit once for all of them.
final class WakeUp implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(WakeUp.class);
  private static final long PAUSE_NANOS = Duration.ofMillis(2).toNanos();

  private final Set<Runnable> readers = ConcurrentHashMap.newKeySet();

  /// Those of which the log has told already.
  private final Set<Runnable> failed = ConcurrentHashMap.newKeySet();

  private final AtomicBoolean scheduled = new AtomicBoolean();
  private final ScheduledExecutorService scheduler =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("event-wake-up").factory());
  private volatile long last = System.nanoTime() - PAUSE_NANOS;

  void add(Runnable reader) {
    readers.add(reader);
  }

  void remove(Runnable reader) {
    readers.remove(reader);
    failed.remove(reader);
  }

  void signal() {
    long since = System.nanoTime() - last;
    if (since >= PAUSE_NANOS) {
      wakeAll();
    } else if (!scheduler.isShutdown() && scheduled.compareAndSet(false, true)) {
      scheduler.schedule(this::wakeAllAsScheduled, PAUSE_NANOS - since, TimeUnit.NANOSECONDS);
    }
  }

  /// Resets the flag first: an event that comes while the readers are woken needs another wake-up.
  private void wakeAllAsScheduled() {
    scheduled.set(false);
    wakeAll();
  }

  private void wakeAll() {
    last = System.nanoTime();
    readers.forEach(this::wake);
  }

  /// Neither the thread that appends nor another reader fails with one reader. One whose executor has been shut down
  /// is being closed.
  private void wake(Runnable reader) {
    try {
      reader.run();
    } catch (RejectedExecutionException e) {
      log.debug("A reader is being closed", e);
    } catch (RuntimeException e) {
      if (failed.add(reader)) {
        log.warn("A reader of the store cannot be woken; it looks for events by itself", e);
      }
    }
  }

  @Override
  public void close() {
    readers.clear();
    scheduler.shutdownNow();
  }
}
