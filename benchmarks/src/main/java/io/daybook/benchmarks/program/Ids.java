package io.daybook.benchmarks.program;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/// UUIDs of version 7 that count up, so that one can be found again by its number.
public final class Ids {
  private static final long TIME_AND_VERSION = 0x0195518e7a007000L;
  private static final long VARIANT = 0x8000000000000000L;

  private final AtomicLong next;

  public Ids() {
    this(1);
  }

  public Ids(long first) {
    this.next = new AtomicLong(first);
  }

  public UUID next() {
    return of(reserve(1));
  }

  /// The first of so many numbers that nobody else gets.
  public long reserve(long numbers) {
    return next.getAndAdd(numbers);
  }

  public static UUID of(long number) {
    return new UUID(TIME_AND_VERSION, VARIANT | number);
  }
}
