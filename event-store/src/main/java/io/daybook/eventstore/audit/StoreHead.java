package io.daybook.eventstore.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/// The one row that every append locks.
///
/// @param position of the last event
/// @param sealed the end of the chain of seals
/// @param micros since 1970, by the database's clock
/// @param timeline the history that the events belong to
public record StoreHead(long position, SignedHead sealed, long micros, UUID timeline) {

  /// Nobody else appends until the transaction ends. The row is for [#read].
  ///
  /// What follows in the transaction is planned once for a connection, not for each batch: the planner
  /// takes a few rows of an `unnest` for cheaper than any plan that it could keep.
  ///
  /// A node that is frozen while it holds the row is in nobody's way for longer than five seconds: then PostgreSQL
  /// ends its session. Whoever waits for the row gives up as late.
  public static final String LOCK =
      """
      SELECT position, sealed_position, seal,
             (extract(epoch FROM clock_timestamp()) * 1000000)::bigint, timeline
      FROM event_store.head,
           (SELECT set_config('plan_cache_mode', 'force_generic_plan', true),
                   set_config('idle_in_transaction_session_timeout', '5s', true),
                   set_config('lock_timeout', '5s', true)) AS settings
      WHERE id = 1 FOR UPDATE OF head
      """;

  /// Nobody else appends until the connection's transaction ends.
  public static StoreHead lock(Connection connection) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(LOCK);
        ResultSet row = statement.executeQuery()) {
      return read(row);
    }
  }

  /// What [#LOCK] has found.
  public static StoreHead read(ResultSet row) throws SQLException {
    row.next();
    return new StoreHead(
        row.getLong(1),
        new SignedHead(row.getLong(2), Hash.stored(row.getBytes(3))),
        row.getLong(4),
        row.getObject(5, UUID.class));
  }

  boolean isSealed() {
    return sealed.position() == position;
  }
}
