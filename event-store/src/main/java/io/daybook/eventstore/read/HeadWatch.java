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

/// Sees what other nodes append: they tell of it, and when none does the head is looked at.
final class HeadWatch implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(HeadWatch.class);
  private static final String CHANNEL = "daybook_events";

  private final DataSource database;
  private final int pollMillis;
  private final Tail tail;
  private @Nullable Thread watcher;
  private volatile boolean closed;

  HeadWatch(DataSource database, Duration poll, Tail tail) {
    this.database = database;
    this.pollMillis = Math.toIntExact(poll.toMillis());
    this.tail = tail;
  }

  synchronized void start() {
    if (watcher == null && !closed) {
      watcher = Thread.ofPlatform().daemon().name("event-tail").start(this::watch);
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
    try (Statement statement = connection.createStatement()) {
      statement.execute("LISTEN " + CHANNEL);
    }
    try (PreparedStatement head =
        connection.prepareStatement("SELECT position FROM event_store.head WHERE id = 1")) {
      PGConnection notified = connection.unwrap(PGConnection.class);
      tail.reached(read(head));
      while (!closed) {
        PGNotification @Nullable [] notifications = notified.getNotifications(pollMillis);
        tail.reached(
            notifications == null || notifications.length == 0
                ? read(head)
                : Long.parseLong(notifications[notifications.length - 1].getParameter()));
      }
    } finally {
      unlisten(connection);
    }
  }

  /// The connection goes back to its pool, and must not gather notifications there.
  private static void unlisten(Connection connection) {
    try (Statement statement = connection.createStatement()) {
      statement.execute("UNLISTEN *");
    } catch (SQLException e) {
      log.debug("The connection is gone with what it listened to", e);
    }
  }

  private static long read(PreparedStatement head) throws SQLException {
    try (ResultSet row = head.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }

  /// Whatever it was: a node whose watch has ended would never learn of another node's events again.
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
