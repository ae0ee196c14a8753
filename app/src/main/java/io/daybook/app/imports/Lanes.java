package io.daybook.app.imports;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Runs tasks in the order in which they are given: those of one lane one after another, those of
/// different lanes side by side. The first failure stops them all.
public final class Lanes implements AutoCloseable {
  /// How many tasks are looked ahead for each that runs, so that a long lane does not idle the others.
  private static final int LOOK_AHEAD = 8;

  public interface Task {
    void run() throws InterruptedException;
  }

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<String, CompletableFuture<Void>> lanes = new HashMap<>();
  private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();
  private final Semaphore atOnce;
  private final Semaphore ahead;
  private final int limit;

  public Lanes(int atOnce) {
    this.atOnce = new Semaphore(atOnce);
    this.limit = atOnce * LOOK_AHEAD;
    this.ahead = new Semaphore(limit);
  }

  /// Waits while too many tasks are waiting already.
  public void run(String lane, Task task) throws InterruptedException {
    refuseAfterFailure();
    ahead.acquire();
    CompletableFuture<Void> before =
        lanes.getOrDefault(lane, CompletableFuture.completedFuture(null));
    lanes.put(lane, before.thenRunAsync(() -> attempt(task), threads));
    if (lanes.size() > 2 * limit) {
      lanes.values().removeIf(CompletableFuture::isDone);
    }
  }

  /// Waits for the end of all tasks.
  public void await() throws InterruptedException {
    ahead.acquire(limit);
    ahead.release(limit);
    refuseAfterFailure();
  }

  private void attempt(Task task) {
    try {
      if (failure.get() == null) {
        atOnce.acquire();
        try {
          task.run();
        } finally {
          atOnce.release();
        }
      }
    } catch (InterruptedException e) {
      failure.compareAndSet(null, new CancellationException("Interrupted"));
    } catch (RuntimeException e) {
      failure.compareAndSet(null, e);
    } finally {
      ahead.release();
    }
  }

  private void refuseAfterFailure() {
    RuntimeException first = failure.get();
    if (first != null) {
      throw first;
    }
  }

  /// Tasks that are running are interrupted: what they sent stands, or can be sent again.
  @Override
  public void close() {
    failure.compareAndSet(null, new CancellationException("Closed"));
    threads.shutdownNow();
    threads.close();
  }
}
