package io.daybook.eventstore.append;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.axonframework.eventsourcing.eventstore.EventStoreException;

/// The event table's parts by position. A part is made long before it is needed.
final class Parts {

  /// Positions in a part, as a power of two; as in the migration.
  private static final int SIZE = 25;

  /// How far into a part its indexes alone do not tell whether an event's id was used shortly before.
  private static final long YOUNG = 1 << 20;

  private Parts() {}

  /// Of the part in which this position is.
  static long number(long position) {
    return position >> SIZE;
  }

  static boolean isLastQuarter(long position) {
    return (position & ((1 << SIZE) - 1)) > (3L << (SIZE - 2));
  }

  /// Makes the part after the one of this position, and the part itself. In a transaction of its own.
  static void prepare(Connection connection, long position) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT event_store.add_part(?)")) {
      long number = number(position);
      statement.setLong(1, isLastQuarter(position) ? number + 1 : number);
      statement.execute();
    }
    connection.commit();
  }

  /// An id may come again when a caller sends the same event twice, and then soon. Within a part the
  /// unique index refuses it; where a part has just begun the one before must be asked.
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
          throw new EventStoreException("Event " + known.getString(1) + " is stored already");
        }
      }
    }
  }
}
