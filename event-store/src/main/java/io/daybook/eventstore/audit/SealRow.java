package io.daybook.eventstore.audit;

import java.sql.PreparedStatement;
import java.sql.SQLException;

/// A signed seal as it is stored.
///
/// @param keyNumber of the key in the table of keys
@SuppressWarnings("ArrayRecordComponent") // never compared
public record SealRow(SignedSeal signed, int keyNumber, byte[] prints) {

  /// Takes as parameters what [#bind] sets.
  public static final String INSERT =
      """
      INSERT INTO event_store.seal
        (last_position, first_position, sealed_at, key_id, adopted, root, previous, signature, prints)
      VALUES (?, ?, to_timestamp(0) + ? * interval '1 microsecond', ?, ?, ?, ?, ?, ?)\
      """;

  Seal seal() {
    return signed.seal();
  }

  /// Where the chain ends with this seal.
  public SignedHead head() {
    return signed.head();
  }

  /// @return the index of the last parameter that was set
  public int bind(PreparedStatement statement, int before) throws SQLException {
    int i = before;
    Seal seal = seal();
    statement.setLong(++i, seal.last());
    statement.setLong(++i, seal.first());
    statement.setLong(++i, seal.micros());
    statement.setInt(++i, keyNumber);
    statement.setBoolean(++i, seal.adopted());
    statement.setBytes(++i, seal.root().bytes());
    statement.setBytes(++i, seal.previous().bytes());
    statement.setBytes(++i, signed.signature());
    statement.setBytes(++i, prints);
    return i;
  }

  /// Whether this content was at this position when it was sealed.
  boolean holds(long position, byte[] content) {
    return seal().size() == 1
        ? position == seal().last()
            && Hash.of(new MerkleTree().leaf(position, content)).equals(seal().root())
        : HashPrefixes.match(prints, Math.toIntExact(position - seal().first()), content);
  }
}
