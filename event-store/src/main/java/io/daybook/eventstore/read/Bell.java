package io.daybook.eventstore.read;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Calls the readers when there is something new: at once after a silence, and under load at most every
/// two milliseconds, so that they find a few events instead of one and commit once for all of them.
final class Bell implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Bell.class);
  private static final long PAUSE_NANOS = Duration.ofMillis(2).toNanos();

  private final Set<Runnable> readers = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean pending = new AtomicBoolean();
  private final ScheduledExecutorService later =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("event-bell").factory());
  private volatile long last = System.nanoTime() - PAUSE_NANOS;

  void add(Runnable reader) {
    readers.add(reader);
  }

  void remove(Runnable reader) {
    readers.remove(reader);
  }

  void ring() {
    long since = System.nanoTime() - last;
    if (since >= PAUSE_NANOS) {
      call();
    } else if (!later.isShutdown() && pending.compareAndSet(false, true)) {
      later.schedule(this::ringLate, PAUSE_NANOS - since, TimeUnit.NANOSECONDS);
    }
  }

  /// What comes from here on needs a call of its own.
  private void ringLate() {
    pending.set(false);
    call();
  }

  private void call() {
    last = System.nanoTime();
    readers.forEach(Bell::call);
  }

  /// A reader that is just going away must not be felt by whoever appends.
  private static void call(Runnable reader) {
    try {
      reader.run();
    } catch (RuntimeException e) {
      log.debug("A reader cannot be called any more", e);
    }
  }

  @Override
  public void close() {
    readers.clear();
    later.shutdownNow();
  }
}
