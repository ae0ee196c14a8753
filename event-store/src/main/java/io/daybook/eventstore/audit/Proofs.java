package io.daybook.eventstore.audit;

import io.daybook.eventstore.audit.EventContents.Found;
import io.daybook.eventstore.format.MetadataFormat;
import io.daybook.eventstore.format.MetadataKeys;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import javax.sql.DataSource;

/// Makes proofs for single events.
public final class Proofs {

  private final DataSource database;
  private final EventContents events;

  public Proofs(DataSource database) {
    this.database = database;
    this.events = new EventContents(new MetadataFormat(new MetadataKeys(database)));
  }

  public OptionalLong positionOf(UUID eventId) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                "SELECT position FROM event_store.event WHERE event_id = ?")) {
      statement.setObject(1, eventId);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
      }
    }
  }

  /// Made of what the store contains now; the proof of an event in a batch that was changed does not hold. Empty if there
  /// is no such event, or no seal of it yet.
  public Optional<InclusionProof> of(long position) throws SQLException {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      Optional<SealRow> seal =
          SealRows.of(connection, position).filter(row -> row.seal().first() <= position);
      Optional<EventContent> event = event(connection, position);
      return seal.isEmpty() || event.isEmpty()
          ? Optional.empty()
          : Optional.of(
              new InclusionProof(
                  position,
                  event.get(),
                  path(connection, seal.get().seal(), position),
                  seal.get().signed()));
    }
  }

  private Optional<EventContent> event(Connection connection, long position) throws SQLException {
    List<EventContent> found = new ArrayList<>();
    events.read(connection, position - 1, position, (at, content) -> found.add(content));
    return found.stream().findFirst();
  }

  private List<Hash> path(Connection connection, Seal seal, long position) throws SQLException {
    MerkleTree tree = new MerkleTree();
    List<byte[]> contents =
        events.hashes(connection, seal.first() - 1, seal.last()).stream().map(Found::hash).toList();
    int index = (int) Math.min(position - seal.first(), contents.size() - 1L);
    return tree.path(tree.leaves(seal.first(), contents), index).stream().map(Hash::of).toList();
  }
}
