package io.daybook.eventstore.batch;

import java.util.concurrent.TimeUnit;

/// How long the processors of this node rest between two looks for new events.
///
/// On a machine with time to spare not at all: what happened is in the tables a moment later. Where
/// small transactions take long, the machine has more to do than it can, and every one of them has a
/// price of its own, whatever it writes. Then they are made fewer and larger. It is told by their usual
/// time: a single slow one says nothing.
public final class Pace {
  /// What a transaction of a few events takes where nothing is in its way, with room to spare.
  private static final long PROMPT = TimeUnit.MILLISECONDS.toNanos(3);

  private static final long LONGEST = TimeUnit.MILLISECONDS.toNanos(25);
  private static final int RESTS = 4;
  private static final int FEW = 8;
  private static final long STEP = TimeUnit.MICROSECONDS.toNanos(100);

  /// So that what was slow for long is forgotten as soon as what was slow for a moment.
  private static final long SLOWEST = PROMPT + LONGEST / RESTS;

  private long usual;

  /// @param nanos that a transaction took
  /// @param events that it was for: more of them may take as much longer
  public synchronized void took(long nanos, int events) {
    long share = nanos / Math.ceilDiv(events, FEW);
    usual = Math.clamp(share > usual ? usual + STEP : usual - STEP, 0, SLOWEST);
  }

  /// In nanoseconds.
  public synchronized long rest() {
    return Math.clamp(RESTS * (usual - PROMPT), 0, LONGEST);
  }
}
