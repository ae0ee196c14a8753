package io.daybook.eventstore.format;

import io.daybook.eventstore.StoredType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The numbers under which types are stored. They never change, so they are cached without limit; but a database that
/// loses its last transactions may lose a number, and give it to another type.
///
/// A new one is committed at once, on a connection of its own: were it part of its caller's transaction,
/// a rollback would leave it known here, and whatever is stored under it could never be read.
public final class TypeIds {

  private static final String FIND =
      """
      SELECT id FROM event_store.event_type
      WHERE aggregate_type IS NOT DISTINCT FROM ? AND name = ? AND revision IS NOT DISTINCT FROM ?
      """;

  private static final String ADD =
      """
      INSERT INTO event_store.event_type (aggregate_type, name, revision) VALUES (?, ?, ?)
      ON CONFLICT DO NOTHING
      """;

  private final DataSource source;
  private final JdbcClient database;
  private final Map<StoredType, Integer> ids = new ConcurrentHashMap<>();
  private final Map<Integer, StoredType> types = new ConcurrentHashMap<>();

  public TypeIds(DataSource dataSource) {
    this.source = dataSource;
    this.database = JdbcClient.create(dataSource);
  }

  /// The database has lost something.
  public void forget() {
    ids.clear();
    types.clear();
  }

  public int idOf(StoredType type) {
    @Nullable Integer known = ids.get(type);
    return known == null ? ids.computeIfAbsent(type, this::findOrAdd) : known;
  }

  public StoredType typeOf(int id) {
    @Nullable StoredType known = types.get(id);
    if (known == null) {
      load();
      known = types.get(id);
    }
    if (known == null) {
      throw new IllegalStateException("No type of event has the number " + id);
    }
    return known;
  }

  /// The numbers of those stored types with one of these names and revisions that this node has met.
  public int[] numbersOf(Set<SerializedType> forms) {
    return forms.isEmpty()
        ? new int[0]
        : types.entrySet().stream()
            .filter(known -> forms.contains(form(known.getValue())))
            .mapToInt(Map.Entry::getKey)
            .toArray();
  }

  private static SerializedType form(StoredType type) {
    return new SimpleSerializedType(type.name(), type.revision());
  }

  private int findOrAdd(StoredType type) {
    try (Connection connection = source.getConnection()) {
      connection.setAutoCommit(true);
      OptionalInt known = find(connection, type);
      return known.isPresent() ? known.getAsInt() : add(connection, type);
    } catch (SQLException e) {
      throw new EventStoreException("The number of %s cannot be read".formatted(type), e);
    }
  }

  private static OptionalInt find(Connection connection, StoredType type) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(FIND)) {
      bind(statement, type);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? OptionalInt.of(row.getInt(1)) : OptionalInt.empty();
      }
    }
  }

  /// Another node may add it at the same moment; then its number is found.
  private static int add(Connection connection, StoredType type) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(ADD)) {
      bind(statement, type);
      statement.executeUpdate();
    }
    return find(connection, type).orElseThrow();
  }

  private static void bind(PreparedStatement statement, StoredType type) throws SQLException {
    statement.setString(1, type.aggregateType());
    statement.setString(2, type.name());
    statement.setString(3, type.revision());
  }

  /// Reads all types at once: there are few, and a node that meets one will meet the others.
  private void load() {
    database
        .sql("SELECT id, aggregate_type, name, revision FROM event_store.event_type")
        .query(
            row -> {
              types.put(row.getInt("id"), type(row));
            });
  }

  private static StoredType type(ResultSet row) throws SQLException {
    return new StoredType(
        row.getString("aggregate_type"), row.getString("name"), row.getString("revision"));
  }
}
