package io.daybook.eventstore.read;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.jspecify.annotations.Nullable;

/// Asks the database how far the store has come, once for all who want to know at the same time.
///
/// Whoever comes while a look is under way waits for the next one, since that look may have been taken
/// before they came: what they learn is never older than their question.
final class HeadCheck {

  /// The state that PostgreSQL's driver gives a connection that cannot be made.
  private static final String UNREACHABLE = "08001";

  /// One look at the database, which ends by itself within the patience of those who wait for it.
  @FunctionalInterface
  interface Look {
    void take() throws SQLException;
  }

  private final Look look;
  private final Duration patience;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition taken = lock.newCondition();
  private long begun;
  private long done;
  private boolean looking;
  private @Nullable EventStoreException failure;

  /// @param patience how long anybody waits for the look of another
  HeadCheck(Look look, Duration patience) {
    this.look = look;
    this.patience = patience;
  }

  /// Returns after a look that began after this call.
  ///
  /// @throws EventStoreException if the database cannot be asked, or does not answer in time
  void await() {
    lock.lock();
    try {
      long mine = begun + 1;
      long left = patience.toNanos();
      while (done < mine) {
        if (looking) {
          left = follow(left);
        } else {
          lead();
        }
      }
    } finally {
      lock.unlock();
    }
  }

  /// Who waits while a look fails fails with it: one after the other they would all wait for a database
  /// that does not answer.
  private long follow(long nanos) {
    @Nullable EventStoreException earlier = failure;
    long left = waited(nanos);
    @Nullable EventStoreException now = failure;
    if (now != null && now != earlier) {
      throw new EventStoreException("The event store cannot be read", now);
    }
    if (left <= 0) {
      throw late("The event store did not say within " + patience + " how far it has come");
    }
    return left;
  }

  private long waited(long nanos) {
    try {
      return taken.awaitNanos(nanos);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw late("Interrupted before the event store said how far it has come");
    }
  }

  private static EventStoreException late(String message) {
    return new EventStoreException(
        message, new SQLTransientConnectionException(message, UNREACHABLE));
  }

  private void lead() {
    looking = true;
    long round = ++begun;
    @Nullable EventStoreException problem = null;
    lock.unlock();
    try {
      look.take();
    } catch (SQLException e) {
      problem = new EventStoreException("The event store cannot be read", e);
    } finally {
      lock.lock();
      looking = false;
      failure = problem;
      taken.signalAll();
    }
    if (problem != null) {
      throw problem;
    }
    done = round;
  }
}
