package io.daybook.app.cli;

import io.daybook.app.ExitCode;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import sun.misc.Signal;

/// Ctrl-C and SIGTERM: the command is asked to end in its own way, and the second time at once.
///
/// What follows within moments is the same request: `timeout` and other wrappers signal the process and
/// its group, and the terminal the group as well.
///
/// A bare JVM would run its shutdown hooks while the command goes on working against a server that
/// is being taken down.
public final class Interruption {
  private static final long SAME_WISH_NANOS = Duration.ofSeconds(2).toNanos();

  /// 0 until it came.
  private final AtomicLong requestedAt = new AtomicLong();

  private final Thread worker;

  private Interruption(Thread worker) {
    this.worker = worker;
  }

  @SuppressWarnings("sunapi") // the only way to choose the exit status after a signal
  static Interruption install(Thread worker) {
    Interruption interruption = new Interruption(worker);
    Signal.handle(new Signal("INT"), signal -> interruption.request());
    Signal.handle(new Signal("TERM"), signal -> interruption.request());
    return interruption;
  }

  static Interruption of(Thread worker) {
    return new Interruption(worker);
  }

  void request() {
    long now = System.nanoTime() | 1;
    if (requestedAt.compareAndSet(0, now)) {
      worker.interrupt();
    } else if (now - requestedAt.get() > SAME_WISH_NANOS) {
      Runtime.getRuntime().halt(ExitCode.INTERRUPTED.status());
    }
  }

  /// Until Ctrl-C, which is how a server is ended: it counts as success.
  public static void await() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException interrupted) {
      // the flag stays cleared: what follows is the orderly way down, which waits for things
      return;
    }
  }

  public boolean requested() {
    return requestedAt.get() != 0;
  }
}
