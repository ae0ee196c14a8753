package io.daybook.eventstore.housekeeping;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionException;

/// Removes in the background what is kept for a time only: answers under idempotency keys, and the marks of writers
/// that are no more.
///
/// An answer is kept for at least the time that is promised. A request that comes later with the same key is a new
/// one; whether it finds an answer or none, the conflict check sees the same, as it looks within the transaction of
/// the append.
public final class Housekeeping implements AutoCloseable {

  /// In one transaction: some milliseconds.
  static final int STEP = 1_000;

  /// A writer's mark settles what became of its last batch. No outcome is in doubt for so long.
  static final Duration MARKS_KEPT = Duration.ofDays(30);

  private static final Logger log = LoggerFactory.getLogger(Housekeeping.class);

  private final ExpiringRows answers;
  private final ExpiringRows marks;
  private final Duration interval;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final AtomicLong removed = new AtomicLong();
  private final Thread thread;

  /// @param answersKept how long at least an answer under an idempotency key is kept
  /// @param interval between two looks
  public Housekeeping(DataSource dataSource, Duration answersKept, Duration interval) {
    JdbcClient database = JdbcClient.create(dataSource);
    this.answers = new ExpiringRows(database, "event_store.idempotency", "stored_at", answersKept);
    this.marks = new ExpiringRows(database, "event_store.writer", "written_at", MARKS_KEPT);
    this.interval = interval;
    this.thread = Thread.ofPlatform().daemon().name("event-housekeeping").unstarted(this::run);
  }

  public void start() {
    thread.start();
  }

  private void run() {
    try {
      while (!isClosed(interval.toMillis())) {
        tidy();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Rests after each step as long as the step took, so that it never takes more than half of the database's time.
  void tidy() throws InterruptedException {
    try {
      int step = STEP;
      while (step == STEP) {
        long begun = System.nanoTime();
        step = answers.remove(STEP);
        removed.addAndGet(step);
        if (isClosed(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun))) {
          return;
        }
      }
      marks.remove(STEP);
    } catch (DataAccessException | TransactionException e) {
      log.warn("Nothing can be removed from the store at the moment: {}", e.toString());
    }
  }

  private boolean isClosed(long millis) throws InterruptedException {
    return closed.await(millis, TimeUnit.MILLISECONDS);
  }

  /// How many answers were removed by this node since its start.
  public long removedAnswers() {
    return removed.get();
  }

  @Override
  public void close() {
    closed.countDown();
    try {
      if (thread.getState() != Thread.State.NEW) {
        thread.join(Duration.ofSeconds(5));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
