package io.daybook.eventstore.audit;

import io.daybook.eventstore.audit.EventContents.Found;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Seals events that were written without a seal, in the background and from the oldest on. Each transaction seals
/// a bounded number, since it locks the head meanwhile: an append waits for it some milliseconds at most.
final class Adoption implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Adoption.class);
  private static final int CHUNK = 2048;
  private static final long PAUSE_SECONDS = 5;
  private static final long REPORT_NANOS = Duration.ofSeconds(5).toNanos();
  private static final String MOVE =
      "UPDATE event_store.head SET sealed_position = ?, seal = ? WHERE id = 1";

  private final DataSource database;
  private final Sealer sealer;
  private final EventContents events;
  private final Semaphore requests = new Semaphore(1);
  private final Thread thread;
  private long reportedAt = System.nanoTime();
  private volatile boolean closed;

  Adoption(DataSource database, Sealer sealer, EventContents events) {
    this.database = database;
    this.sealer = sealer;
    this.events = events;
    this.thread = Thread.ofPlatform().daemon().name("event-adoption").start(this::run);
  }

  /// Called when the writer has met events without a seal.
  void request() {
    requests.release();
  }

  private void run() {
    try {
      while (!closed) {
        requests.acquire();
        requests.drainPermits();
        if (!isDone()) {
          TimeUnit.SECONDS.sleep(PAUSE_SECONDS);
          request();
        }
      }
    } catch (InterruptedException e) {
      log.debug("The adoption of events was stopped", e);
    }
  }

  /// False if it is to be tried again, whatever has failed: while there are events without a seal, later ones
  /// cannot be sealed either.
  private boolean isDone() {
    try {
      events.loadNames();
      adoptAll();
      return true;
    } catch (SQLException | RuntimeException e) {
      if (!closed) {
        log.warn("Events without a seal cannot be sealed yet: {}", e.toString());
      }
      return false;
    }
  }

  private void adoptAll() throws SQLException {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      while (!closed && adopt(connection)) {
        connection.commit();
      }
      connection.rollback();
    }
  }

  /// @return whether there may be more
  private boolean adopt(Connection connection) throws SQLException {
    StoreHead head = StoreHead.lock(connection);
    long behind = head.sealed().position();
    List<Found> found =
        events.hashes(connection, behind, Math.min(head.position(), behind + CHUNK));
    for (int i = 0; i < found.size(); i++) {
      if (found.get(i).position() != behind + 1 + i) {
        log.error("No event is sealed behind {}: the next one is missing", behind + i);
        return false;
      }
    }
    if (found.isEmpty()) {
      return false;
    }
    write(
        connection,
        sealer.seal(true, head.sealed(), found.stream().map(Found::hash).toList(), head.micros()));
    report(behind + found.size(), head.position());
    return true;
  }

  private static void write(Connection connection, SealRow row) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(SealRow.INSERT);
        PreparedStatement move = connection.prepareStatement(MOVE)) {
      row.bind(insert, 0);
      insert.executeUpdate();
      move.setLong(1, row.head().position());
      move.setBytes(2, row.head().hash().bytes());
      move.executeUpdate();
    }
  }

  private void report(long sealed, long head) {
    if (sealed == head || System.nanoTime() - reportedAt > REPORT_NANOS) {
      reportedAt = System.nanoTime();
      log.info("Events that had no seal are sealed up to {} of {}", sealed, head);
    }
  }

  @Override
  public void close() {
    closed = true;
    thread.interrupt();
    try {
      thread.join(Duration.ofSeconds(PAUSE_SECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
