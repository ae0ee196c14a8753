package io.daybook.app.postgres;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Starts the embedded PostgreSQL again when it has ended by itself: killed for want of memory, or by a
/// hand. Callers are refused meanwhile. What does not start is tried again, more and more seldom.
final class Watch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Watch.class);
  private static final Duration PAUSE = Duration.ofMillis(200);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

  private final EmbeddedPostgres server;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread thread;

  private Watch(EmbeddedPostgres server) {
    this.server = server;
    this.thread = Thread.ofPlatform().name("database-watch").daemon().unstarted(this::watch);
  }

  /// Closing it stops the server.
  static Watch over(EmbeddedPostgres server) {
    Watch watch = new Watch(server);
    watch.thread.start();
    return watch;
  }

  private void watch() {
    Duration pause = PAUSE;
    while (!closesWithin(pause)) {
      pause = runs() || startsAgain() ? PAUSE : longer(pause);
    }
  }

  private boolean closesWithin(Duration pause) {
    try {
      return closing.await(pause.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException("Nobody has this thread to interrupt it", e);
    }
  }

  private boolean runs() {
    try {
      return server.isRunning();
    } catch (IOException e) {
      LOG.error("Whether the embedded PostgreSQL runs cannot be told", e);
      return true;
    }
  }

  private boolean startsAgain() {
    LOG.error("The embedded PostgreSQL has ended by itself: it is started again");
    try {
      server.startAgain();
      return true;
    } catch (IOException | SQLException e) {
      LOG.error("The embedded PostgreSQL does not start: {}", e.getMessage());
      return false;
    }
  }

  private static Duration longer(Duration pause) {
    Duration twice = pause.multipliedBy(2);
    return twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
  }

  /// An interruption is set aside meanwhile: what is being started would be left behind.
  @Override
  public void close() {
    closing.countDown();
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    try {
      server.close();
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
