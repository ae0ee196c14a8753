package io.daybook.eventstore.batch;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;

/// How long the processors of this node rest between two looks for new events.
///
/// On a machine with time to spare not at all: what happened is in the tables a moment later. Where
/// small transactions take long, or all of the machine's processors are busy, there is more to do than can
/// be done, and every transaction has a price of its own, whatever it writes. Then they are made fewer and
/// larger. Both is told by what is usual: a single slow one says nothing, nor does a busy moment.
public final class Pace {
  /// What a transaction of a few events takes where nothing is in its way, with room to spare.
  private static final long PROMPT = TimeUnit.MILLISECONDS.toNanos(3);

  private static final long LONGEST = TimeUnit.MILLISECONDS.toNanos(25);
  private static final int RESTS = 4;
  private static final int FEW = 8;
  private static final long STEP = TimeUnit.MICROSECONDS.toNanos(100);

  /// So that what was slow for long is forgotten as soon as what was slow for a moment.
  private static final long SLOWEST = PROMPT + LONGEST / RESTS;

  private static final double BUSY = 0.95;
  private static final long SAMPLE = TimeUnit.MILLISECONDS.toNanos(100);
  private static final long FORGOTTEN = TimeUnit.SECONDS.toNanos(1);
  private static final long LONGEST_WHERE_BUSY = TimeUnit.MILLISECONDS.toNanos(50);
  private static final long STEP_WHERE_BUSY = TimeUnit.MILLISECONDS.toNanos(5);

  private final DoubleSupplier load;
  private final LongSupplier nanos;
  private long usual;
  private long sampledAt;
  private long whereBusy;

  /// Knows of no load, only of its own transactions.
  public Pace() {
    this(() -> Double.NaN, System::nanoTime);
  }

  public static Pace ofThisMachine() {
    return new Pace(
        ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class)::getCpuLoad,
        System::nanoTime);
  }

  /// @param load the share of the machine's processors that was busy since it was last asked for, from 0
  ///     to 1; less than 0 or not a number where that is unknown
  Pace(DoubleSupplier load, LongSupplier nanos) {
    this.load = load;
    this.nanos = nanos;
    this.sampledAt = nanos.getAsLong() - FORGOTTEN;
  }

  /// @param nanos that a transaction took
  /// @param events that it was for: more of them may take as much longer
  public synchronized void took(long nanos, int events) {
    long share = nanos / Math.ceilDiv(events, FEW);
    usual = Math.clamp(share > usual ? usual + STEP : usual - STEP, 0, SLOWEST);
  }

  /// In nanoseconds.
  public synchronized long rest() {
    sample();
    return Math.max(whereBusy, Math.clamp(RESTS * (usual - PROMPT), 0, LONGEST));
  }

  /// Slow to rest and quick to leave it. After a silence the load says what others did meanwhile, or an
  /// earlier burst, and not how it is.
  private void sample() {
    long since = nanos.getAsLong() - sampledAt;
    if (since >= SAMPLE) {
      boolean busy = load.getAsDouble() >= BUSY;
      if (since >= FORGOTTEN) {
        whereBusy = 0;
      } else {
        whereBusy =
            busy ? Math.min(whereBusy + STEP_WHERE_BUSY, LONGEST_WHERE_BUSY) : whereBusy / 2;
      }
      sampledAt += since;
    }
  }
}
