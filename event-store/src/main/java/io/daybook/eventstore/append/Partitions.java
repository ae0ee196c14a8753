package io.daybook.eventstore.append;

import io.daybook.eventstore.DuplicateEventId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/// The partitions of the event table, each for a range of positions. One is created long before it is needed.
final class Partitions {

  /// The number of positions in a partition, as a power of two; as in the migration.
  private static final int SIZE = 25;

  /// In the first positions of a partition, an id that was used shortly before may be in the one before it.
  private static final long YOUNG = 1 << 20;

  private Partitions() {}

  /// Of the partition in which this position is.
  static long number(long position) {
    return position >> SIZE;
  }

  static boolean isLastQuarter(long position) {
    return (position & ((1 << SIZE) - 1)) > (3L << (SIZE - 2));
  }

  /// Creates the partition of this position and, near its end, the next one. In a transaction of its own.
  static void prepare(Connection connection, long position) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT event_store.add_part(?)")) {
      long number = number(position);
      statement.setLong(1, isLastQuarter(position) ? number + 1 : number);
      statement.execute();
    }
    connection.commit();
  }

  /// A caller may send the same event twice, and then shortly after. Within a partition the unique index
  /// refuses its id; at the beginning of a partition the one before has to be queried.
  static void refuseDuplicates(Connection connection, long behind, List<NewEvent> events)
      throws SQLException {
    if (behind >> SIZE == 0 || (behind & ((1 << SIZE) - 1)) > YOUNG) {
      return;
    }
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT event_id FROM event_store.event WHERE event_id = ANY(?) LIMIT 1")) {
      statement.setArray(
          1, connection.createArrayOf("uuid", events.stream().map(NewEvent::id).toArray()));
      try (ResultSet known = statement.executeQuery()) {
        if (known.next()) {
          throw new DuplicateEventId("Event " + known.getString(1) + " is stored already");
        }
      }
    }
  }
}
