package io.daybook.eventstore.read;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Snapshots of streams that have no such event, or a later one of that number: the events were restored to an earlier
/// state than the snapshots. Such a snapshot is passed over, and deleted, lest it fits again when the stream has
/// grown, with other events.
final class SnapshotsAhead {

  private static final Logger log = LoggerFactory.getLogger(SnapshotsAhead.class);
  private static final String DELETE =
      "DELETE FROM event_store.snapshot WHERE stream = ? AND event_id = ?";

  private final DataSource database;
  private final AtomicLong count = new AtomicLong();

  SnapshotsAhead(DataSource database) {
    this.database = database;
  }

  /// The first is told of, and then each that doubles their number.
  void drop(EventRow snapshot) {
    long dropped = count.incrementAndGet();
    if (Long.bitCount(dropped) == 1) {
      log.warn(
          "The snapshot of {} at {} is not of the events that are stored, and is dropped;"
              + " {} of the kind since the start",
          snapshot.stream(),
          snapshot.sequence(),
          dropped);
    }
    delete(snapshot);
  }

  /// A database that refuses it still lets the events be read.
  private void delete(EventRow snapshot) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(DELETE)) {
      statement.setString(1, snapshot.stream());
      statement.setObject(2, snapshot.id());
      statement.executeUpdate();
    } catch (SQLException e) {
      log.warn("The snapshot of {} cannot be deleted: {}", snapshot.stream(), e.toString());
    }
  }

  /// Since the start.
  long count() {
    return count.get();
  }
}
