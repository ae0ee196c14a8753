package io.daybook.query.rebuild;

import io.daybook.eventstore.SqlStates;
import io.daybook.eventstore.batch.Batch;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.support.TransactionTemplate;

/// Locks the tables of a projection against writing, on every node, while a piece of work runs. Readers are not
/// affected.
///
/// A processor writes its rows and its token in one transaction, so while the tables are locked its tokens say
/// exactly which events are in them. The lock is given up after a moment of waiting: after a second PostgreSQL
/// would take it for a deadlock and might end a processor's transaction.
final class TableLock {
  private static final int ATTEMPTS = 400;
  private static final long LONGEST_PAUSE_MILLIS = 100;

  /// The work, in the transaction that holds the locks.
  @FunctionalInterface
  interface Work {
    /// @return false to roll back, and to be run again a little later
    boolean run() throws Exception;
  }

  private final DataSource database;
  private final TransactionTemplate transaction;
  private final String lock;

  TableLock(DataSource database, List<String> tables) {
    this.database = database;
    this.transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
    this.lock =
        "SET LOCAL lock_timeout = '200ms'; LOCK TABLE %s IN EXCLUSIVE MODE"
            .formatted(
                String.join(", ", tables.stream().map(it -> Batch.LIVE + "." + it).toList()));
  }

  /// @return for how long the successful attempt has held the locks
  Duration hold(Work work) throws Exception {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      long start = System.nanoTime();
      if (attempt(work)) {
        return Duration.ofNanos(System.nanoTime() - start);
      }
      TimeUnit.MILLISECONDS.sleep(
          ThreadLocalRandom.current().nextLong(LONGEST_PAUSE_MILLIS / 4, LONGEST_PAUSE_MILLIS));
    }
    throw new IllegalStateException(
        "The tables were in use, or the projection behind, " + ATTEMPTS + " times in a row");
  }

  private boolean attempt(Work work) throws Exception {
    try {
      return Boolean.TRUE.equals(
          transaction.execute(
              status -> {
                try {
                  lock();
                  boolean done = work.run();
                  if (!done) {
                    status.setRollbackOnly();
                  }
                  return done;
                } catch (Exception e) {
                  throw new Failed(e);
                }
              }));
    } catch (Failed e) {
      if (SqlStates.isLockTimeout(e)) {
        return false;
      }
      throw e.cause;
    }
  }

  private void lock() throws SQLException {
    Connection connection = DataSourceUtils.getConnection(database);
    try (Statement statement = connection.createStatement()) {
      statement.execute(lock);
    }
  }

  private static final class Failed extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final Exception cause;

    Failed(Exception cause) {
      super(cause);
      this.cause = cause;
    }
  }
}
