package io.daybook.eventstore.read;

import io.daybook.eventstore.DatabaseClock;
import io.daybook.eventstore.SeldomLog;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Learns what other nodes append: by `LISTEN` and `NOTIFY`, and by polling the head now and then. Each look tells as
/// well whether the store still has the events that this node has seen, whether it can be written, and what its
/// clock says.
///
/// Every node that listens holds a shared advisory lock, by which the others know that there is somebody to
/// notify. They notice a new listener when they next poll; until then its own polling serves it.
public final class HeadWatch implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(HeadWatch.class);
  private static final String CHANNEL = "daybook_events";

  private static final String LISTENING = "hashtextextended('daybook events', 0)";
  private static final String LISTEN =
      "LISTEN " + CHANNEL + "; SELECT pg_advisory_lock_shared(" + LISTENING + ")";
  private static final String UNLISTEN =
      "UNLISTEN *; SELECT pg_advisory_unlock_shared(" + LISTENING + ")";

  /// The exclusive lock is granted only if no other node holds the shared one.
  private static final String POLL =
      "SELECT "
          + Timeline.LOOK
          + ", pg_try_advisory_xact_lock("
          + LISTENING
          + "), (extract(epoch FROM clock_timestamp()) * 1000000)::bigint,"
          + " current_setting('transaction_read_only')::boolean"
          + " FROM event_store.head WHERE id = 1";

  /// After that a connection that does not answer is given up, and the store counts as away.
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /// Between two looks at a store that is away or read-only, at most.
  private static final long RETRY_MILLIS = 500;

  private final DataSource database;
  private final int pollMillis;
  private final HeadTracker headTracker;
  private final Timeline timeline;
  private final DatabaseClock clock = new DatabaseClock();
  private final SeldomLog failures = new SeldomLog();
  private volatile Consumer<Timeline.Loss> setBack = _ -> {};
  private @Nullable Thread watcher;
  private volatile boolean remoteListener = true;
  private volatile boolean closed;
  private volatile boolean readOnly;
  private volatile long lastLook = System.nanoTime();

  HeadWatch(DataSource database, Duration poll, HeadTracker headTracker, Timeline timeline) {
    this.database = database;
    this.pollMillis = Math.toIntExact(poll.toMillis());
    this.headTracker = headTracker;
    this.timeline = timeline;
  }

  synchronized void start() {
    if (watcher == null && !closed) {
      lastLook = System.nanoTime();
      watcher = Thread.ofPlatform().daemon().name("event-head").start(this::watch);
    }
  }

  /// @param tokens sets tokens back that lie beyond the events that are left; called once for each loss, again if it
  ///     fails
  public void whenEventsAreLost(Consumer<Timeline.Loss> tokens) {
    setBack = tokens;
  }

  public DatabaseClock clock() {
    return clock;
  }

  /// Why the store cannot be read or written, as far as the last looks tell.
  public Optional<String> problem() {
    if (timeline.loss() != null) {
      return Optional.of("acknowledged events were lost, and processors are being set back");
    }
    if (readOnly) {
      return Optional.of("the database is read-only");
    }
    long silent = System.nanoTime() - lastLook - TimeUnit.MILLISECONDS.toNanos(pollMillis);
    return isWatching() && silent > PATIENCE.toNanos()
        ? Optional.of(
            "the database has not answered for %d s"
                .formatted(TimeUnit.NANOSECONDS.toSeconds(silent)))
        : Optional.empty();
  }

  private synchronized boolean isWatching() {
    return watcher != null && !closed;
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
    connection.setNetworkTimeout(Runnable::run, Math.toIntExact(PATIENCE.toMillis()));
    execute(connection, LISTEN);
    try (PreparedStatement poll = connection.prepareStatement(POLL)) {
      PGConnection notified = connection.unwrap(PGConnection.class);
      while (!closed) {
        poll(connection, poll);
        settle(connection);
        awaitNotification(notified);
      }
    } finally {
      remoteListener = true;
      unlisten(connection);
    }
  }

  private void poll(Connection connection, PreparedStatement poll) throws SQLException {
    Timeline.End before = timeline.end();
    long reached = headTracker.head();
    poll.setLong(1, before.position());
    long begun = System.nanoTime();
    try (ResultSet row = poll.executeQuery()) {
      row.next();
      headTracker.reached(timeline.found(connection, before, reached, row));
      remoteListener = !row.getBoolean(5);
      clock.compare(row.getLong(6), System.nanoTime() - begun);
      readOnly = row.getBoolean(7);
    }
    if (readOnly) {
      throwAway(connection);
    }
    lastLook = System.nanoTime();
    failures.rest();
  }

  /// A session stays on a server that was a primary once; a new one may reach the new primary.
  private static void throwAway(Connection connection) throws SQLException {
    connection.abort(Runnable::run);
    throw new SQLException("The database is read-only", "25006");
  }

  private void settle(Connection connection) throws SQLException {
    Timeline.@Nullable Loss loss = timeline.loss();
    if (loss != null) {
      setBack.accept(loss);
      timeline.settle(connection, loss);
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
    if (failures.isDue()) {
      log.warn("The head of the event store cannot be read, trying again: {}", failure.toString());
    }
    try {
      TimeUnit.MILLISECONDS.sleep(readOnly ? RETRY_MILLIS : Math.min(pollMillis, RETRY_MILLIS));
    } catch (InterruptedException e) {
      closed = true;
    }
  }
}
