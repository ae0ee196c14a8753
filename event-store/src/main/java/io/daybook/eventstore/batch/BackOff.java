package io.daybook.eventstore.batch;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;

/// How long the processors of this node wait between two looks for new events, so that under load each of their
/// transactions handles more events: a transaction costs something whatever it writes.
///
/// On a machine with time to spare they do not wait: what happened is in the tables a moment later. They wait
/// where small transactions usually take long, and where all CPUs are busy most of the time. A single slow
/// transaction or a busy moment changes nothing.
public final class BackOff {
  /// A transaction of a few events takes less than this where nothing delays it.
  private static final long PROMPT = TimeUnit.MILLISECONDS.toNanos(3);

  private static final long LONGEST = TimeUnit.MILLISECONDS.toNanos(25);

  /// The delay is so many times what a usual transaction takes above [#PROMPT].
  private static final int FACTOR = 4;

  private static final int FEW = 8;
  private static final long STEP = TimeUnit.MICROSECONDS.toNanos(100);

  /// The estimate goes no higher, so that it comes down quickly after a long slow time, too.
  private static final long SLOWEST = PROMPT + LONGEST / FACTOR;

  private static final double BUSY = 0.95;
  private static final long SAMPLE = TimeUnit.MILLISECONDS.toNanos(100);
  private static final long STALE = TimeUnit.SECONDS.toNanos(1);
  private static final long LONGEST_WHILE_BUSY = TimeUnit.MILLISECONDS.toNanos(50);
  private static final long STEP_WHILE_BUSY = TimeUnit.MILLISECONDS.toNanos(5);

  private final DoubleSupplier cpuLoad;
  private final LongSupplier nanos;
  private long usual;
  private long sampledAt;
  private long whileBusy;

  /// Knows nothing of the CPUs, only how long transactions take.
  public BackOff() {
    this(() -> Double.NaN, System::nanoTime);
  }

  public static BackOff ofThisMachine() {
    return new BackOff(
        ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class)::getCpuLoad,
        System::nanoTime);
  }

  /// @param cpuLoad the share of the machine's CPUs that was busy since it was last asked for, from 0 to 1;
  ///     less than 0 or not a number where that is unknown
  BackOff(DoubleSupplier cpuLoad, LongSupplier nanos) {
    this.cpuLoad = cpuLoad;
    this.nanos = nanos;
    this.sampledAt = nanos.getAsLong() - STALE;
  }

  /// Takes note of a transaction.
  ///
  /// @param duration in nanoseconds
  /// @param events that it handled: many of them may take as much longer
  public synchronized void record(long duration, int events) {
    long share = duration / Math.ceilDiv(events, FEW);
    usual = Math.clamp(share > usual ? usual + STEP : usual - STEP, 0, SLOWEST);
  }

  /// In nanoseconds.
  public synchronized long delay() {
    sample();
    return Math.max(whileBusy, Math.clamp(FACTOR * (usual - PROMPT), 0, LONGEST));
  }

  /// The delay grows slowly and shrinks quickly. A sample over a long time is not used: it tells of an earlier
  /// load, not of the present one.
  private void sample() {
    long since = nanos.getAsLong() - sampledAt;
    if (since >= SAMPLE) {
      boolean busy = cpuLoad.getAsDouble() >= BUSY;
      if (since >= STALE) {
        whileBusy = 0;
      } else {
        whileBusy =
            busy ? Math.min(whileBusy + STEP_WHILE_BUSY, LONGEST_WHILE_BUSY) : whileBusy / 2;
      }
      sampledAt += since;
    }
  }
}
