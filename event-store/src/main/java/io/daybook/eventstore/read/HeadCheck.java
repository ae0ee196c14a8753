package io.daybook.eventstore.read;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.jspecify.annotations.Nullable;

/// Asks the database for the head, with one query for all threads that ask at the same time.
///
/// A thread that comes while a query is under way waits for the next one: the answer of the running query may
/// be older than its question.
final class HeadCheck {

  /// The SQLSTATE of PostgreSQL's driver for a connection that cannot be made.
  private static final String UNREACHABLE = "08001";

  /// One query, with a timeout of its own.
  @FunctionalInterface
  interface Query {
    void run() throws SQLException;
  }

  private final Query query;
  private final Duration timeout;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition ended = lock.newCondition();
  private long begun;
  private long done;
  private boolean running;
  private @Nullable EventStoreException failure;

  /// @param timeout how long a thread waits for the query of another
  HeadCheck(Query query, Duration timeout) {
    this.query = query;
    this.timeout = timeout;
  }

  /// Returns after a query that began after this call.
  ///
  /// @throws EventStoreException if the database cannot be asked, or does not answer in time
  void await() {
    lock.lock();
    try {
      long mine = begun + 1;
      long left = timeout.toNanos();
      while (done < mine) {
        if (running) {
          left = follow(left);
        } else {
          lead();
        }
      }
    } finally {
      lock.unlock();
    }
  }

  /// When a query fails, those who wait for it fail with it. Otherwise each of them would query in turn, and
  /// wait for a database that does not answer.
  private long follow(long nanos) {
    @Nullable EventStoreException earlier = failure;
    long left = waited(nanos);
    @Nullable EventStoreException now = failure;
    if (now != null && now != earlier) {
      throw new EventStoreException("The event store cannot be read", now);
    }
    if (left <= 0) {
      throw timedOut("The event store did not say within " + timeout + " how far it has come");
    }
    return left;
  }

  private long waited(long nanos) {
    try {
      return ended.awaitNanos(nanos);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw timedOut("Interrupted before the event store said how far it has come");
    }
  }

  private static EventStoreException timedOut(String message) {
    return new EventStoreException(
        message, new SQLTransientConnectionException(message, UNREACHABLE));
  }

  private void lead() {
    running = true;
    long round = ++begun;
    @Nullable EventStoreException problem = null;
    lock.unlock();
    try {
      query.run();
    } catch (SQLException e) {
      problem = new EventStoreException("The event store cannot be read", e);
    } finally {
      lock.lock();
      running = false;
      failure = problem;
      ended.signalAll();
    }
    if (problem != null) {
      throw problem;
    }
    done = round;
  }
}
