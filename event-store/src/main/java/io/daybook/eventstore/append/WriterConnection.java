package io.daybook.eventstore.append;

import io.daybook.eventstore.read.Timeline;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one connection of the writer, made anew when it was lost. A server that does not answer is given up, and each
/// new session is compared with what this node knows of the store.
final class WriterConnection {

  private static final Logger log = LoggerFactory.getLogger(WriterConnection.class);

  /// The least time after which a server that does not answer is given up.
  private static final Duration LEAST_SILENCE = Duration.ofSeconds(2);

  private final DataSource database;
  private final Timeline timeline;
  private final int silenceMillis;
  private @Nullable Connection connection;

  /// @param timeout how long callers wait. The server is given up after the half of it, so that they may get their
  ///     answer over a new connection
  WriterConnection(DataSource database, Timeline timeline, Duration timeout) {
    this.database = database;
    this.timeline = timeline;
    long half = timeout.dividedBy(2).toMillis();
    this.silenceMillis = Math.clamp(half, (int) LEAST_SILENCE.toMillis(), Integer.MAX_VALUE);
  }

  Connection get() throws SQLException {
    if (connection == null) {
      Connection fresh = database.getConnection();
      connection = fresh;
      fresh.setAutoCommit(false);
      fresh.setNetworkTimeout(Runnable::run, silenceMillis);
      timeline.compareOnce(fresh);
      fresh.rollback();
    }
    return connection;
  }

  void rollback() {
    try {
      if (connection != null) {
        connection.rollback();
      }
    } catch (SQLException e) {
      log.debug("The connection is gone together with its transaction", e);
      close();
    }
  }

  void close() {
    try {
      if (connection != null) {
        connection.close();
      }
    } catch (SQLException e) {
      log.debug("A lost connection cannot be closed", e);
    } finally {
      connection = null;
    }
  }
}
