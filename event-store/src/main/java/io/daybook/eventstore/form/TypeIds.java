package io.daybook.eventstore.form;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The numbers under which types are stored. They never change, so what is known once is known.
public final class TypeIds {

  private static final String FIND =
      """
      SELECT id FROM event_store.event_type
      WHERE aggregate_type IS NOT DISTINCT FROM ? AND name = ? AND revision IS NOT DISTINCT FROM ?
      """;

  private final JdbcClient database;
  private final Map<StoredType, Integer> ids = new ConcurrentHashMap<>();
  private final Map<Integer, StoredType> types = new ConcurrentHashMap<>();

  public TypeIds(DataSource dataSource) {
    this.database = JdbcClient.create(dataSource);
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

  /// The numbers of all stored types of these forms that this node has met.
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
    return find(type).orElseGet(() -> add(type));
  }

  private Optional<Integer> find(StoredType type) {
    return database
        .sql(FIND)
        .param(1, type.aggregateType())
        .param(2, type.name())
        .param(3, type.revision())
        .query(Integer.class)
        .optional();
  }

  /// Another node may add it at the same moment; then its number is found.
  private int add(StoredType type) {
    database
        .sql(
            """
            INSERT INTO event_store.event_type (aggregate_type, name, revision) VALUES (?, ?, ?)
            ON CONFLICT DO NOTHING
            """)
        .param(1, type.aggregateType())
        .param(2, type.name())
        .param(3, type.revision())
        .update();
    return find(type).orElseThrow();
  }

  /// All at once: there are few, and whoever meets one will meet the others.
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
