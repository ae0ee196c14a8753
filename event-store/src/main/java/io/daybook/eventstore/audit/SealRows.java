package io.daybook.eventstore.audit;

import io.daybook.eventstore.Sha256;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The seals of a store as they are now.
final class SealRows {

  private static final String BEHIND =
      """
      SELECT seal.adopted, seal.first_position, seal.last_position, seal.root, seal.previous,
             CASE WHEN isfinite(seal.sealed_at)
               THEN (extract(epoch FROM seal.sealed_at) * 1000000)::bigint END,
             sha256(key.public_key), seal.signature, seal.key_id, seal.prints
      FROM event_store.seal LEFT JOIN event_store.signing_key AS key ON key.id = seal.key_id
      WHERE seal.last_position > ? ORDER BY seal.last_position LIMIT ?
      """;

  private SealRows() {}

  /// The seals of all that comes behind a position, in order.
  static List<SealRow> behind(Connection connection, long position, int limit) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(BEHIND)) {
      statement.setLong(1, position);
      statement.setInt(2, limit);
      try (ResultSet rows = statement.executeQuery()) {
        List<SealRow> seals = new ArrayList<>();
        while (rows.next()) {
          seals.add(row(rows));
        }
        return seals;
      }
    }
  }

  /// The seal of the batch with this position, or of the first batch after it.
  static Optional<SealRow> of(Connection connection, long position) throws SQLException {
    return behind(connection, position - 1, 1).stream().findFirst();
  }

  private static SealRow row(ResultSet row) throws SQLException {
    byte[] prints = row.getBytes(10);
    Seal seal =
        new Seal(
            row.getBoolean(1),
            row.getLong(2),
            row.getLong(3),
            Hash.stored(row.getBytes(4)),
            Hash.of(new Sha256().fixed(prints).end()),
            Hash.stored(row.getBytes(5)),
            row.getLong(6),
            Hash.stored(row.getBytes(7)));
    return new SealRow(new SignedSeal(seal, row.getBytes(8)), row.getInt(9), prints);
  }
}
