package io.daybook.eventstore;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/// Lets a failure that comes thousands of times be logged once a minute.
public final class SeldomLog {

  private static final long PAUSE_NANOS = Duration.ofMinutes(1).toNanos();

  private final AtomicLong next = new AtomicLong(System.nanoTime());

  /// Whether a line is due; true for one of many threads.
  public boolean isDue() {
    long due = next.get();
    long now = System.nanoTime();
    return now - due >= 0 && next.compareAndSet(due, now + PAUSE_NANOS);
  }

  /// The trouble is over: when it comes again, it is logged at once.
  public void rest() {
    next.set(System.nanoTime());
  }
}
