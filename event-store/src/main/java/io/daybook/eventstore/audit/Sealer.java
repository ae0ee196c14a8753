package io.daybook.eventstore.audit;

import io.daybook.eventstore.Sha256;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStoreException;

/// Makes seals with one key.
final class Sealer {

  private static final int UNKNOWN = 0;

  private final SigningKey key;
  private final DataSource database;
  private volatile int keyNumber;

  Sealer(DataSource database, SigningKey key) {
    this.key = key;
    this.database = database;
    this.keyNumber = register(database, key.verification().encoded());
  }

  /// The database has lost something, the number of the key perhaps.
  void forget() {
    keyNumber = UNKNOWN;
  }

  private int keyNumber() {
    int known = keyNumber;
    if (known == UNKNOWN) {
      known = register(database, key.verification().encoded());
      keyNumber = known;
    }
    return known;
  }

  /// Another node may add the same key at the same moment.
  private static int register(DataSource database, byte[] publicKey) {
    try (Connection connection = database.getConnection();
        PreparedStatement add =
            connection.prepareStatement(
                "INSERT INTO event_store.signing_key (public_key) VALUES (?)"
                    + " ON CONFLICT DO NOTHING");
        PreparedStatement find =
            connection.prepareStatement(
                "SELECT id FROM event_store.signing_key WHERE public_key = ?")) {
      add.setBytes(1, publicKey);
      add.executeUpdate();
      find.setBytes(1, publicKey);
      try (ResultSet row = find.executeQuery()) {
        row.next();
        return row.getInt(1);
      }
    } catch (SQLException e) {
      throw new EventStoreException("The key of the Merkle log cannot be registered", e);
    }
  }

  /// @param previous the end of the chain; the contents are those of the positions behind it
  SealRow seal(boolean adopted, SignedHead previous, List<byte[]> contents, long micros) {
    MerkleTree tree = new MerkleTree();
    long first = previous.position() + 1;
    byte[] prints = HashPrefixes.of(contents);
    Seal seal =
        new Seal(
            adopted,
            first,
            previous.position() + contents.size(),
            Hash.of(tree.root(tree.leaves(first, contents))),
            Hash.of(new Sha256().fixed(prints).end()),
            previous.hash(),
            micros,
            key.verification().fingerprint());
    return new SealRow(key.sign(seal), keyNumber(), prints);
  }
}
