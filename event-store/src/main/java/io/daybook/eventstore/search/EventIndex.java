package io.daybook.eventstore.search;

import io.daybook.eventstore.format.MetadataFormat;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Fills the index of events behind the writer. Nodes take turns: its position is locked by the one that fills it, in
/// the transaction that moves it on.
///
/// While much is appended it waits, because the writer needs the machine, and a search looks through what is not in the
/// index yet. Only when that becomes too much does it go on under load.
public final class EventIndex implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(EventIndex.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /// So many events since the last look mean that the store is busy.
  private static final long MUCH = 1_000;

  private static final long TOO_FAR_BEHIND = 1L << 18;

  /// Between two pauses, so that an index that is made again leaves time for others.
  private static final int MOST_TRANSACTIONS = 32;

  private final DataSource database;
  private final IndexTransaction transaction;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("event-index").factory());
  private long lastHead = Long.MAX_VALUE;
  private boolean failed;

  public EventIndex(DataSource database, MetadataFormat metadata, EventLabels labels) {
    this.database = database;
    this.transaction = new IndexTransaction(new LabelReader(metadata, labels));
  }

  public void start() {
    thread.scheduleWithFixedDelay(
        this::look, PAUSE.toMillis(), PAUSE.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void look() {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      Reach reach = IndexTransaction.reach(connection);
      boolean busy = reach.head() - lastHead > MUCH;
      lastHead = reach.head();
      if (!busy || reach.head() - reach.indexed() > TOO_FAR_BEHIND) {
        advance(connection, MOST_TRANSACTIONS);
      }
      connection.rollback();
      failed = false;
    } catch (SQLException | RuntimeException e) {
      tell(e);
    }
  }

  /// Once until it goes on: the database may be away for long.
  private void tell(Exception failure) {
    if (!failed && !thread.isShutdown()) {
      log.warn("The index of events does not go on: {}", failure.toString());
    }
    failed = true;
  }

  /// Brings the index up to the head, unless another node is at it.
  public void fill() throws SQLException {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      advance(connection, Integer.MAX_VALUE);
      connection.rollback();
    }
  }

  private void advance(Connection connection, int most) throws SQLException {
    boolean more = true;
    for (int done = 0; more && done < most && !Thread.interrupted(); done++) {
      more = transaction.advance(connection);
      connection.commit();
    }
  }

  /// Empties the index. It is filled again from the first event on; until then searches look through events one by
  /// one.
  public void rebuild() throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute(
          """
          UPDATE event_store.event_index SET position = 0;
          TRUNCATE event_store.event_block, event_store.event_block_key;
          """);
      connection.commit();
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
    try {
      if (!thread.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        log.debug("The index of events was left in the middle of a statement");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
