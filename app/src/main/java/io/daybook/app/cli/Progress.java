package io.daybook.app.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/// One line about long work: `Importing  63 %  120,345 of 190,000  45,210/s  2 s left`.
///
/// A terminal sees it redrawn in place; elsewhere only the last line is written. Threads may report
/// at the same time, and as often as they like.
public final class Progress implements AutoCloseable {
  private static final long REDRAW_NANOS = Duration.ofMillis(100).toNanos();
  private static final String TO_START_OF_LINE = "\r\u001b[K";
  private static final int BAR = 24;

  private final String label;
  private final long total;
  private final PrintWriter out;
  private final boolean terminal;
  private final LongSupplier nanoTime;
  private final long startedAt;
  private final AtomicLong done = new AtomicLong();
  private long drawnAt;

  Progress(String label, long total, PrintWriter out, boolean terminal, LongSupplier nanoTime) {
    this.label = label;
    this.total = total;
    this.out = out;
    this.terminal = terminal;
    this.nanoTime = nanoTime;
    this.startedAt = nanoTime.getAsLong();
    this.drawnAt = startedAt - REDRAW_NANOS;
  }

  /// On standard error, so that a command's own output can be piped.
  public static Progress of(String label, long total) {
    PrintWriter out = new PrintWriter(System.err, true);
    return new Progress(label, total, out, LogFormat.onTerminal(), System::nanoTime);
  }

  /// So much more is done.
  public void add(long amount) {
    done.addAndGet(amount);
    redraw();
  }

  /// So much is done in all.
  public void reach(long amount) {
    done.set(amount);
    redraw();
  }

  private synchronized void redraw() {
    long now = nanoTime.getAsLong();
    if (terminal && now - drawnAt >= REDRAW_NANOS) {
      drawnAt = now;
      out.print(TO_START_OF_LINE + line(now));
      out.flush();
    }
  }

  private String line(long now) {
    long amount = Math.min(done.get(), total);
    double share = total == 0 ? 1 : (double) amount / total;
    int filled = (int) (share * BAR);
    String bar = "#".repeat(filled) + "-".repeat(BAR - filled);
    long rate = rate(now);
    String left = rate == 0 ? "" : "  " + duration((total - amount) / rate) + " left";
    return String.format(
        Locale.ROOT,
        "%s  %3d %% [%s]  %,d of %,d  %,d/s%s",
        label,
        (int) (share * 100),
        bar,
        amount,
        total,
        rate,
        left);
  }

  private long rate(long now) {
    return Math.round(done.get() * 1e9 / Math.max(1, now - startedAt));
  }

  private static String duration(long seconds) {
    return seconds < 60 ? seconds + " s" : seconds / 60 + " min " + seconds % 60 + " s";
  }

  /// Says how much was done, be it all of it or not.
  @Override
  public synchronized void close() {
    long now = nanoTime.getAsLong();
    String end =
        String.format(
            Locale.ROOT,
            "%s  %,d of %,d in %s  %,d/s",
            label,
            done.get(),
            total,
            duration(Duration.ofNanos(now - startedAt).toSeconds()),
            rate(now));
    out.println(terminal ? TO_START_OF_LINE + end : end);
    out.flush();
  }
}
