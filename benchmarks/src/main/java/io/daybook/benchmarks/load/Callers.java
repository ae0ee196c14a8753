package io.daybook.benchmarks.load;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/// The threads behind one load.
final class Callers {
  private static final double NANOS = 1e9;

  private final Load load;
  private final Work work;
  private final AtomicLong next = new AtomicLong();
  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
  private final CountDownLatch ready = new CountDownLatch(1);
  private volatile long startedAt;

  Callers(Load load, Work work) {
    this.load = load;
    this.work = work;
  }

  Sample run() throws InterruptedException {
    List<Histogram> latencies = new ArrayList<>();
    List<Thread> threads = new ArrayList<>();
    for (int caller = 0; caller < load.callers(); caller++) {
      Histogram own = Sample.histogram();
      latencies.add(own);
      threads.add(Thread.ofPlatform().name("caller-" + caller).start(() -> call(own)));
    }
    startedAt = System.nanoTime();
    ready.countDown();
    join(threads);
    long nanos = System.nanoTime() - startedAt;
    Throwable failed = failure.get();
    if (failed != null) {
      throw new IllegalStateException("A measured operation failed: " + failed, failed);
    }
    Histogram all = Sample.histogram();
    latencies.forEach(all::add);
    return new Sample(all.getTotalCount(), nanos, all);
  }

  private void join(List<Thread> threads) throws InterruptedException {
    try {
      for (Thread thread : threads) {
        thread.join();
      }
    } catch (InterruptedException e) {
      threads.forEach(Thread::interrupt);
      throw e;
    }
  }

  private void call(Histogram latencies) {
    try {
      ready.await();
      for (long nth = next.getAndIncrement(); goesOn(nth); nth = next.getAndIncrement()) {
        long begin = begin(nth);
        if (!goesOn(nth)) {
          return;
        }
        work.run(nth);
        latencies.recordValue(System.nanoTime() - begin);
      }
    } catch (Exception | Error e) {
      failure.compareAndSet(null, e);
    }
  }

  private boolean goesOn(long nth) {
    return nth < load.count()
        && failure.get() == null
        && !Thread.currentThread().isInterrupted()
        && System.nanoTime() - startedAt < load.atMost().toNanos();
  }

  /// The moment from which an operation's latency counts. At a given rate it is the one at which it was
  /// due, so that a stall is not hidden by the operations that it kept from being begun.
  private long begin(long nth) {
    if (load.perSecond() == 0) {
      return System.nanoTime();
    }
    long due = startedAt + (long) (nth * NANOS / load.perSecond());
    for (long wait = due - System.nanoTime(); wait > 0; wait = due - System.nanoTime()) {
      LockSupport.parkNanos(wait);
      if (Thread.currentThread().isInterrupted()) {
        break;
      }
    }
    return due;
  }
}
