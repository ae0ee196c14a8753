package io.daybook.query.rebuild;

import io.daybook.query.rebuild.RebuildState.Phase;
import java.lang.reflect.UndeclaredThrowableException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// One rebuild, by the node that has it. It can be cut off anywhere and be gone on with: how far the
/// shadow is stands in its tokens, and it is swapped with them in one transaction.
final class Rebuild {
  private static final Logger log = LoggerFactory.getLogger(Rebuild.class);
  private static final Duration POLL = Duration.ofMillis(50);

  /// So close to the head the rest is done while the writers wait.
  private static final long CLOSE = 2_000;

  /// Somebody cancelled it, or another node has it now.
  static final class Lost extends Exception {
    private static final long serialVersionUID = 1L;
  }

  private final RebuildState begun;
  private final Shadow shadow;
  private final RebuildTable table;
  private final ProcessorParts parts;
  private final LongSupplier head;
  private final TableLock tableLock;
  private final TransactionTemplate beside;

  Rebuild(
      RebuildState begun,
      Shadow shadow,
      RebuildTable table,
      ProcessorParts parts,
      LongSupplier head) {
    this.begun = begun;
    this.shadow = shadow;
    this.table = table;
    this.parts = parts;
    this.head = head;
    this.tableLock = new TableLock(parts.database(), shadow.tables());
    this.beside = new TransactionTemplate(new DataSourceTransactionManager(parts.database()));
    this.beside.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  void run() throws Exception {
    try (ShadowProcessor processor = new ShadowProcessor(shadow, parts)) {
      approach(processor);
      compare(processor);
      switch (begun.purpose()) {
        case SWAP -> swap(processor);
        case COMPARE -> drop();
        case KEEP -> end(Phase.KEPT);
      }
    }
    log.info("Rebuild of {} ended: {}", begun.projection(), begun.purpose());
  }

  /// Until what is missing can be done in a moment; then it stands still.
  private void approach(ShadowProcessor processor) throws Exception {
    processor.start();
    long position = 0;
    while (position < begun.target() || position < head.getAsLong() - CLOSE) {
      TimeUnit.MILLISECONDS.sleep(POLL.toMillis());
      position = processor.position();
      requireMine(position);
    }
    processor.stop();
  }

  /// Both are looked at as they were at one position, while both go on. What is missing is committed
  /// before the snapshot is taken, and the writers wait until it is.
  private void compare(ShadowProcessor processor) throws Exception {
    try (Connection connection = parts.database().getConnection()) {
      Duration paused = tableLock.hold(() -> caughtUp(processor) && snapshot(connection));
      JdbcClient snapshot = JdbcClient.create(new SingleConnectionDataSource(connection, true));
      Comparison comparison =
          new Comparer(snapshot, shadow.schema())
              .compare(shadow.tables(), shadow.deadLetters(), paused.toMillis());
      connection.rollback();
      table.compared(begun.id(), comparison);
    }
  }

  private static boolean snapshot(Connection connection) throws SQLException {
    connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    connection.setAutoCommit(false);
    connection.setNetworkTimeout(Runnable::run, 0); // counting large tables takes its time
    try (Statement statement = connection.createStatement()) {
      return statement.execute("SELECT 1");
    }
  }

  private void swap(ShadowProcessor processor) throws Exception {
    shadow.analyze();
    approach(processor);
    Duration paused =
        tableLock.hold(
            () -> {
              if (!caughtUp(processor)) {
                return false;
              }
              shadow.takePlace();
              end(Phase.COMPLETED);
              return true;
            });
    log.info("{} was held up for {} ms to be swapped", begun.projection(), paused.toMillis());
  }

  /// With its end in one transaction, so that none that is begun afterwards is meant.
  private void drop() throws Exception {
    inOwnTransaction(
        () -> {
          shadow.drop();
          end(Phase.COMPLETED);
          return true;
        });
  }

  /// In a transaction beside the one that holds the locks: a batch that fails begins its own again.
  private boolean caughtUp(ShadowProcessor processor) throws Exception {
    return inOwnTransaction(processor::catchUp);
  }

  private boolean inOwnTransaction(TableLock.Work work) throws Exception {
    try {
      return Boolean.TRUE.equals(
          beside.execute(
              _ -> {
                try {
                  return work.run();
                } catch (Exception e) {
                  throw new UndeclaredThrowableException(e);
                }
              }));
    } catch (UndeclaredThrowableException e) {
      throw e.getCause() instanceof Exception cause ? cause : e;
    }
  }

  private void end(Phase phase) throws Lost {
    if (!table.end(begun.id(), phase, null)) {
      throw new Lost();
    }
  }

  private void requireMine(long position) throws Lost {
    if (!table.touch(begun.id(), position)) {
      throw new Lost();
    }
  }
}
