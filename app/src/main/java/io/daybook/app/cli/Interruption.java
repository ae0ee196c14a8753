package io.daybook.app.cli;

import io.daybook.app.ExitCode;
import java.util.concurrent.atomic.AtomicBoolean;
import sun.misc.Signal;

/// Ctrl-C and SIGTERM: the command is asked to end in its own way, and the second time at once.
///
/// A bare JVM would run its shutdown hooks while the command goes on working against a server that
/// is being taken down.
public final class Interruption {
  private final AtomicBoolean requested = new AtomicBoolean();
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
    if (!requested.compareAndSet(false, true)) {
      Runtime.getRuntime().halt(ExitCode.INTERRUPTED.status());
    }
    worker.interrupt();
  }

  public boolean requested() {
    return requested.get();
  }
}
