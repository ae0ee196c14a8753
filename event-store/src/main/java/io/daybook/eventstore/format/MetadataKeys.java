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
/// As with [TypeIds], a new number is committed at once, whatever becomes of its caller's transaction. A number is
/// taken only together with its name, so none is lost when several nodes want one.
public final class MetadataKeys {

  /// So that a number fits into a byte.
  static final int MOST = 127;

  /// The smallest number that is free, for a name that has none.
  private static final String INSERT =
      """
      INSERT INTO event_store.metadata_key (id, name) OVERRIDING SYSTEM VALUE
      SELECT free, ? FROM generate_series(1, ?) AS free
      WHERE NOT EXISTS (SELECT FROM event_store.metadata_key WHERE id = free)
        AND NOT EXISTS (SELECT FROM event_store.metadata_key WHERE name = ?)
      ORDER BY free LIMIT 1
      ON CONFLICT DO NOTHING
      """;

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
    return known == null || known > MOST ? OptionalInt.empty() : OptionalInt.of(known);
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
      while (!ids.containsKey(name) && !full) {
        insert(connection, name);
        load(connection);
      }
    } catch (SQLException e) {
      throw unreadable(e);
    }
    return ids.get(name);
  }

  private Connection connect() throws SQLException {
    Connection connection = database.getConnection();
    connection.setAutoCommit(true);
    return connection;
  }

  /// Another node may take the number, or name the key, at the same moment; then nothing is inserted.
  private static void insert(Connection connection, String name) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
      statement.setString(1, name);
      statement.setInt(2, MOST);
      statement.setString(3, name);
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

  /// Earlier programs gave numbers beyond the limit, too, which no event can have: such a key is text.
  private void load(Connection connection) throws SQLException {
    try (PreparedStatement statement =
            connection.prepareStatement("SELECT id, name FROM event_store.metadata_key");
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        int id = row.getInt("id");
        ids.put(row.getString("name"), id);
        if (id <= MOST) {
          names.put(id, row.getString("name"));
        }
      }
    }
    full = names.size() >= MOST;
  }

  private static EventStoreException unreadable(SQLException why) {
    return new EventStoreException("The numbers of metadata's keys cannot be read", why);
  }
}
