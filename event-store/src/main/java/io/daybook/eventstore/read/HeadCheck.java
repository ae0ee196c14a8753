package io.daybook.eventstore.read;

import java.sql.SQLException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.jspecify.annotations.Nullable;

/// Asks the database how far the store has come, once for all who want to know at the same time.
///
/// Whoever comes while a look is under way waits for the next one, since that look may have been taken
/// before they came: what they learn is never older than their question.
final class HeadCheck {

  /// One look at the database.
  @FunctionalInterface
  interface Look {
    void take() throws SQLException;
  }

  private final Look look;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition taken = lock.newCondition();
  private long begun;
  private long done;
  private boolean looking;
  private @Nullable EventStoreException failure;

  HeadCheck(Look look) {
    this.look = look;
  }

  /// Returns after a look that began after this call.
  ///
  /// @throws EventStoreException if the database cannot be asked
  void await() {
    lock.lock();
    try {
      long mine = begun + 1;
      while (done < mine) {
        if (looking) {
          follow();
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
  private void follow() {
    @Nullable EventStoreException earlier = failure;
    taken.awaitUninterruptibly();
    @Nullable EventStoreException now = failure;
    if (now != null && now != earlier) {
      throw new EventStoreException("The event store cannot be read", now);
    }
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
