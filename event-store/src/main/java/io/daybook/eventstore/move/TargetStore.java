package io.daybook.eventstore.move;

import io.daybook.eventstore.move.MoveRefused.Problem;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The store that events are moved into, locked for one move at a time. The database releases the lock however the
/// move ends.
final class TargetStore implements AutoCloseable {

  private static final String LOCK =
      "SELECT pg_try_advisory_lock(hashtextextended('daybook move', 0))";

  private final JdbcClient database;
  private final Connection lock;

  private TargetStore(DataSource database, Connection lock) {
    this.database = JdbcClient.create(database);
    this.lock = lock;
  }

  static TargetStore hold(DataSource database) {
    try {
      Connection connection = database.getConnection();
      if (!isHeld(connection)) {
        connection.close();
        throw MoveRefused.because(MoveRule.MOVE_RUNNING, "another move into this store is running");
      }
      return new TargetStore(database, connection);
    } catch (SQLException e) {
      throw new EventStoreException("The store cannot be reached", e);
    }
  }

  private static boolean isHeld(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet held = statement.executeQuery(LOCK)) {
      return held.next() && held.getBoolean(1);
    }
  }

  /// Where a move of this source goes on, or begins.
  MoveProgress progress(SourceEvents source, UUID firstEvent, String tenant) {
    requireNothingElse();
    MoveProgress progress =
        MoveProgress.find(database, firstEvent)
            .orElseGet(() -> MoveProgress.none(firstEvent, tenant, source.name()));
    if (!progress.tenant().equals(tenant)) {
      throw MoveRefused.because(
          MoveRule.ANOTHER_MOVE,
          "these events are being moved to the tenant %s",
          progress.tenant());
    }
    if (progress.events() > 0 && !isThere(source, progress)) {
      throw MoveRefused.because(
          MoveRule.ANOTHER_MOVE,
          "event %s, which was moved last, is no longer at global index %,d of %s",
          progress.lastEvent(),
          progress.lastIndex(),
          source.name());
    }
    return progress;
  }

  private static boolean isThere(SourceEvents source, MoveProgress progress) {
    return source
        .at(progress.lastIndex())
        .filter(row -> row.id().equals(progress.lastEvent().toString()))
        .isPresent();
  }

  private void requireNothingElse() {
    long own = head() - moved();
    if (own != 0) {
      throw new MoveRefused(List.of(notMoved(own)));
    }
  }

  static Problem notMoved(long events) {
    return new Problem(
        MoveRule.TARGET_IN_USE, "the store has %,d events that were not moved".formatted(events));
  }

  long head() {
    return database.sql("SELECT position FROM event_store.head").query(Long.class).single();
  }

  private long moved() {
    return database
        .sql("SELECT coalesce(sum(events), 0) FROM event_store.move")
        .query(Long.class)
        .single();
  }

  @Override
  public void close() throws SQLException {
    lock.close();
  }
}
