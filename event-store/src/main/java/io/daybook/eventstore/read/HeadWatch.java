package io.daybook.eventstore.read;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Learns what other nodes append: by `LISTEN` and `NOTIFY`, and by polling the head now and then.
///
/// Every node that listens holds a shared advisory lock, by which the others know that there is somebody to
/// notify. They notice a new listener when they next poll; until then its own polling serves it.
final class HeadWatch implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(HeadWatch.class);
  private static final String CHANNEL = "daybook_events";

  private static final String LISTENING = "hashtextextended('daybook events', 0)";
  private static final String LISTEN =
      "LISTEN " + CHANNEL + "; SELECT pg_advisory_lock_shared(" + LISTENING + ")";
  private static final String UNLISTEN =
      "UNLISTEN *; SELECT pg_advisory_unlock_shared(" + LISTENING + ")";

  /// The exclusive lock is granted only if no other node holds the shared one.
  private static final String POLL =
      "SELECT position, pg_try_advisory_xact_lock("
          + LISTENING
          + ") FROM event_store.head WHERE id = 1";

  private final DataSource database;
  private final int pollMillis;
  private final HeadTracker headTracker;
  private @Nullable Thread watcher;
  private volatile boolean remoteListener = true;
  private volatile boolean closed;

  HeadWatch(DataSource database, Duration poll, HeadTracker headTracker) {
    this.database = database;
    this.pollMillis = Math.toIntExact(poll.toMillis());
    this.headTracker = headTracker;
  }

  synchronized void start() {
    if (watcher == null && !closed) {
      watcher = Thread.ofPlatform().daemon().name("event-head").start(this::watch);
    }
  }

  /// Waits for the watcher to give its connection back: the pool may be closed next.
  @Override
  public void close() {
    @Nullable Thread running;
    synchronized (this) {
      closed = true;
      running = watcher;
    }
    try {
      if (running != null) {
        running.join(Duration.ofSeconds(2));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void watch() {
    while (!closed) {
      try (Connection connection = database.getConnection()) {
        listen(connection);
      } catch (SQLException | RuntimeException e) {
        recover(e);
      }
    }
  }

  private void listen(Connection connection) throws SQLException {
    connection.setAutoCommit(true);
    execute(connection, LISTEN);
    try (PreparedStatement poll = connection.prepareStatement(POLL)) {
      PGConnection notified = connection.unwrap(PGConnection.class);
      while (!closed) {
        poll(poll);
        awaitNotification(notified);
      }
    } finally {
      remoteListener = true;
      unlisten(connection);
    }
  }

  private void poll(PreparedStatement poll) throws SQLException {
    try (ResultSet row = poll.executeQuery()) {
      row.next();
      headTracker.reached(row.getLong(1));
      remoteListener = !row.getBoolean(2);
    }
  }

  /// Returns when it is time for the next poll.
  private void awaitNotification(PGConnection connection) throws SQLException {
    long begun = System.nanoTime();
    int left = pollMillis;
    while (left > 0 && !closed) {
      PGNotification @Nullable [] notifications = connection.getNotifications(left);
      if (notifications != null && notifications.length > 0) {
        headTracker.reached(Long.parseLong(notifications[notifications.length - 1].getParameter()));
      }
      left = pollMillis - Math.toIntExact(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun));
    }
  }

  /// Whether another node listens; true until it is known.
  boolean hasRemoteListener() {
    return remoteListener;
  }

  /// The connection goes back to its pool and must not collect notifications there.
  private static void unlisten(Connection connection) {
    try {
      execute(connection, UNLISTEN);
    } catch (SQLException e) {
      log.debug("The connection is gone with what it listened to", e);
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /// Goes on after any failure: without its watch a node would never learn of other nodes' events again.
  private void recover(Exception failure) {
    if (closed) {
      return;
    }
    log.warn("The head of the event store cannot be read, trying again: {}", failure.toString());
    try {
      TimeUnit.MILLISECONDS.sleep(pollMillis);
    } catch (InterruptedException e) {
      closed = true;
    }
  }
}
