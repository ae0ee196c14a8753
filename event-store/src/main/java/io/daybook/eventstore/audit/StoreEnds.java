package io.daybook.eventstore.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/// Where a store begins and ends by each of its tables, read at one moment.
///
/// @param position and `sealed`: what the head row says
/// @param lastSeal the last position of the last seal, 0 without any
/// @param firstEvent and `lastEvent`: the least and the greatest position there is, 1 and 0 without
///     events
record StoreEnds(long position, SignedHead sealed, long lastSeal, long firstEvent, long lastEvent) {

  private static final String SQL =
      """
      SELECT position, sealed_position, seal,
             coalesce((SELECT max(last_position) FROM event_store.seal), 0),
             coalesce((SELECT min(position) FROM event_store.event), 1),
             coalesce((SELECT max(position) FROM event_store.event), 0)
      FROM event_store.head WHERE id = 1
      """;

  static StoreEnds read(Connection connection) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(SQL);
        ResultSet row = statement.executeQuery()) {
      row.next();
      return new StoreEnds(
          row.getLong(1),
          new SignedHead(row.getLong(2), Hash.stored(row.getBytes(3))),
          row.getLong(4),
          row.getLong(5),
          row.getLong(6));
    }
  }
}
