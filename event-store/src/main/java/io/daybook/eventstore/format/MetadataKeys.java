package io.daybook.eventstore.format;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.jspecify.annotations.Nullable;

/// Numbers for the keys of metadata. There are few keys in practice; if an application makes up keys, those beyond
/// the limit are written as text.
///
/// As with [TypeIds], a new number is committed at once, whatever becomes of its caller's transaction.
public final class MetadataKeys {

  /// So that a number fits into a byte.
  static final int MOST = 127;

  private final DataSource database;
  private final Map<String, Integer> ids = new ConcurrentHashMap<>();
  private final Map<Integer, String> names = new ConcurrentHashMap<>();
  private volatile boolean full;

  public MetadataKeys(DataSource dataSource) {
    this.database = dataSource;
  }

  /// The database has lost something.
  synchronized void forget() {
    ids.clear();
    names.clear();
    full = false;
  }

  /// Empty for a key that is to be written as text.
  OptionalInt idOf(String name) {
    @Nullable Integer known = ids.get(name);
    if (known == null && !full) {
      known = add(name);
    }
    return known == null ? OptionalInt.empty() : OptionalInt.of(known);
  }

  String nameOf(int id) {
    @Nullable String known = names.get(id);
    if (known == null) {
      load();
      known = names.get(id);
    }
    if (known == null) {
      throw new IllegalStateException("No key of metadata has the number " + id);
    }
    return known;
  }

  private synchronized @Nullable Integer add(String name) {
    try (Connection connection = connect()) {
      load(connection);
      if (!ids.containsKey(name) && ids.size() < MOST) {
        insert(connection, name);
        load(connection);
      }
    } catch (SQLException e) {
      throw unreadable(e);
    }
    full = ids.size() >= MOST;
    return ids.get(name);
  }

  private Connection connect() throws SQLException {
    Connection connection = database.getConnection();
    connection.setAutoCommit(true);
    return connection;
  }

  private static void insert(Connection connection, String name) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "INSERT INTO event_store.metadata_key (name) VALUES (?) ON CONFLICT DO NOTHING")) {
      statement.setString(1, name);
      statement.executeUpdate();
    }
  }

  /// Reads all keys that are stored by now.
  void load() {
    try (Connection connection = connect()) {
      load(connection);
    } catch (SQLException e) {
      throw unreadable(e);
    }
  }

  private void load(Connection connection) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT id, name FROM event_store.metadata_key WHERE id <= ?")) {
      statement.setInt(1, MOST);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          names.put(row.getInt("id"), row.getString("name"));
          ids.put(row.getString("name"), row.getInt("id"));
        }
      }
    }
  }

  private static EventStoreException unreadable(SQLException why) {
    return new EventStoreException("The numbers of metadata's keys cannot be read", why);
  }
}
