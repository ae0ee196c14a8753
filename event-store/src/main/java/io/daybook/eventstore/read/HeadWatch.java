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

/// Sees what other nodes append: they tell of it, and now and then the head is looked at.
///
/// Whoever listens shares a lock, by which the others know that it is worth telling. A node that has
/// just begun to listen is noticed at their next look; until then its own looks serve it.
final class HeadWatch implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(HeadWatch.class);
  private static final String CHANNEL = "daybook_events";

  private static final String LISTENING = "hashtextextended('daybook events', 0)";
  private static final String LISTEN =
      "LISTEN " + CHANNEL + "; SELECT pg_advisory_lock_shared(" + LISTENING + ")";
  private static final String UNLISTEN =
      "UNLISTEN *; SELECT pg_advisory_unlock_shared(" + LISTENING + ")";

  /// A lock that is shared with nobody can be had alone.
  private static final String LOOK =
      "SELECT position, pg_try_advisory_xact_lock("
          + LISTENING
          + ") FROM event_store.head WHERE id = 1";

  private final DataSource database;
  private final int pollMillis;
  private final Tail tail;
  private @Nullable Thread watcher;
  private volatile boolean heardElsewhere = true;
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
    execute(connection, LISTEN);
    try (PreparedStatement look = connection.prepareStatement(LOOK)) {
      PGConnection notified = connection.unwrap(PGConnection.class);
      while (!closed) {
        look(look);
        hear(notified);
      }
    } finally {
      heardElsewhere = true;
      unlisten(connection);
    }
  }

  private void look(PreparedStatement look) throws SQLException {
    try (ResultSet row = look.executeQuery()) {
      row.next();
      tail.reached(row.getLong(1));
      heardElsewhere = !row.getBoolean(2);
    }
  }

  /// Until it is time for the next look.
  private void hear(PGConnection connection) throws SQLException {
    long begun = System.nanoTime();
    int left = pollMillis;
    while (left > 0 && !closed) {
      PGNotification @Nullable [] told = connection.getNotifications(left);
      if (told != null && told.length > 0) {
        tail.reached(Long.parseLong(told[told.length - 1].getParameter()));
      }
      left = pollMillis - Math.toIntExact(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun));
    }
  }

  /// Whether another node may be listening. So it is until it is known that none does.
  boolean isHeardElsewhere() {
    return heardElsewhere;
  }

  /// The connection goes back to its pool, and must not gather notifications there.
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
