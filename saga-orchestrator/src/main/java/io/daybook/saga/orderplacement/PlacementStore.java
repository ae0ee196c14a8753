package io.daybook.saga.orderplacement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Placements by their id, as many at once as a transaction is about. Nothing is associated with them:
/// the id is all that they are found by.
final class PlacementStore {
  private static final String LOAD =
      """
      SELECT saga_id, saga_type, revision, state FROM process.saga
      WHERE saga_id = ANY(CAST(:ids AS text[]))
      """;

  private static final String SAVE =
      """
      INSERT INTO process.saga (saga_id, saga_type, revision, state)
      SELECT id, :type, CAST(:revision AS text), state
      FROM unnest(CAST(:ids AS text[]), CAST(:states AS bytea[])) AS placement (id, state)
      ON CONFLICT (saga_id) DO UPDATE SET state = EXCLUDED.state, revision = EXCLUDED.revision
      """;

  /// Earlier versions kept associations.
  private static final String REMOVE =
      """
      WITH associations AS (
        DELETE FROM process.association WHERE saga_id = ANY(CAST(:ids AS text[])))
      DELETE FROM process.saga WHERE saga_id = ANY(CAST(:ids AS text[]))
      """;

  private final JdbcClient database;
  private final Serializer serializer;

  PlacementStore(JdbcClient database, Serializer serializer) {
    this.database = database;
    this.serializer = serializer;
  }

  Map<String, OrderPlacementSaga> load(Collection<String> ids) {
    Map<String, OrderPlacementSaga> found = new HashMap<>();
    database
        .sql(LOAD)
        .param("ids", ids.toArray(String[]::new))
        .query(
            row -> {
              found.put(row.getString("saga_id"), placement(row));
            });
    return found;
  }

  private OrderPlacementSaga placement(ResultSet row) throws SQLException {
    SerializedObject<byte[]> stored =
        new SimpleSerializedObject<>(
            row.getBytes("state"),
            byte[].class,
            row.getString("saga_type"),
            row.getString("revision"));
    return Objects.requireNonNull(serializer.<byte[], OrderPlacementSaga>deserialize(stored));
  }

  void save(Map<String, OrderPlacementSaga> placements) {
    if (placements.isEmpty()) {
      return;
    }
    String[] ids = new String[placements.size()];
    byte[][] states = new byte[ids.length][];
    int i = 0;
    for (Map.Entry<String, OrderPlacementSaga> placement : placements.entrySet()) {
      ids[i] = placement.getKey();
      states[i++] = serializer.serialize(placement.getValue(), byte[].class).getData();
    }
    @Nullable String revision = serializer.typeForClass(OrderPlacementSaga.class).getRevision();
    database
        .sql(SAVE)
        .param("type", serializer.typeForClass(OrderPlacementSaga.class).getName())
        .param("revision", revision)
        .param("ids", ids)
        .param("states", states)
        .update();
  }

  void remove(Collection<String> ids) {
    if (!ids.isEmpty()) {
      database.sql(REMOVE).param("ids", ids.toArray(String[]::new)).update();
    }
  }
}
