package io.daybook.query.graphql;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// Lets a caller read what it has just written: waits until the projections have come that far.
final class AtLeast {
  private static final long SHORTEST = TimeUnit.MILLISECONDS.toNanos(2);
  private static final long LONGEST = TimeUnit.MILLISECONDS.toNanos(20);

  private final ProjectionProgress progress;
  private final Duration patience;

  AtLeast(ProjectionProgress progress, Duration patience) {
    this.progress = progress;
    this.patience = patience;
  }

  /// False when it takes longer than anybody should wait.
  boolean reached(long position) {
    long start = System.nanoTime();
    while (!progress.covers(position)) {
      long waited = System.nanoTime() - start;
      if (waited >= patience.toNanos() || Thread.currentThread().isInterrupted()) {
        return false;
      }
      LockSupport.parkNanos(Math.clamp(waited / 8, SHORTEST, LONGEST));
    }
    return true;
  }
}
