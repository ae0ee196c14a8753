package io.daybook.eventstore.postgres;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.axonframework.eventhandling.TrackingEventStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One thread that reads along at the tail of the store and calls the readers that wait there.
///
/// It reads the very cache that they read, so what it has seen they can see. They are called every
/// half second in any case: a reader that looked away at the wrong moment loses no more than that.
final class Wakeups implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Wakeups.class);
  private static final int PATIENCE_MILLIS = 500;

  private final Supplier<TrackingEventStream> tail;
  private final Set<Runnable> readers = ConcurrentHashMap.newKeySet();
  private @Nullable Thread watcher;
  private volatile boolean closed;

  Wakeups(Supplier<TrackingEventStream> tail) {
    this.tail = tail;
  }

  synchronized void add(Runnable reader) {
    readers.add(reader);
    if (watcher == null && !closed) {
      watcher = Thread.ofPlatform().daemon().name("event-wakeups").start(this::watch);
    }
  }

  void remove(@Nullable Runnable reader) {
    if (reader != null) {
      readers.remove(reader);
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    readers.clear();
    if (watcher != null) {
      watcher.interrupt();
    }
  }

  private void watch() {
    while (!closed) {
      try (TrackingEventStream events = tail.get()) {
        follow(events);
      } catch (InterruptedException e) {
        closed = true;
      } catch (RuntimeException e) {
        recover(e);
      }
    }
  }

  private void follow(TrackingEventStream events) throws InterruptedException {
    while (!closed) {
      if (events.hasNextAvailable(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
        do {
          events.nextAvailable();
        } while (events.hasNextAvailable());
      }
      readers.forEach(Runnable::run);
    }
  }

  private void recover(RuntimeException failure) {
    if (closed) {
      return;
    }
    log.warn("The tail of the event store cannot be read, trying again", failure);
    try {
      TimeUnit.MILLISECONDS.sleep(PATIENCE_MILLIS);
    } catch (InterruptedException e) {
      closed = true;
    }
  }
}
