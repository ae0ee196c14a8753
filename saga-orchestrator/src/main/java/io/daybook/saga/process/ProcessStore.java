package io.daybook.saga.process;

import io.daybook.kernel.TenantId;
import io.daybook.kernel.json.KernelJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.modelling.saga.AssociationValue;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The processes of one type in the table `process.instance`, read and written many in one
/// statement.
///
/// An association is stored in the process's own row, as `property=value`.
final class ProcessStore<S> {
  private static final JsonMapper JSON =
      KernelJson.mapper().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private static final String FIND =
      """
      SELECT tenant_id, process_id FROM process.instance
      WHERE process = :process AND associations <> '{}'
        AND associations && CAST(:associations AS text[])
      """;

  /// Locked, because a deadline and an event may concern a process at the same time.
  private static final String LOAD =
      """
      SELECT tenant_id, process_id, revision, state, associations FROM process.instance
      WHERE process = :process AND process_id = ANY(CAST(:ids AS text[]))
        AND tenant_id = ANY(CAST(:tenants AS text[]))
      FOR NO KEY UPDATE
      """;

  private static final String SAVE =
      """
      INSERT INTO process.instance AS present
        (process, tenant_id, process_id, revision, state, associations)
      SELECT :process, tenant, id, :revision, CAST(state AS jsonb), CAST(associations AS text[])
      FROM unnest(CAST(:tenants AS text[]), CAST(:ids AS text[]), CAST(:states AS text[]),
        CAST(:associations AS text[])) AS process (tenant, id, state, associations)
      ON CONFLICT (process, process_id, tenant_id) DO UPDATE
      SET revision = excluded.revision, state = excluded.state,
        associations = excluded.associations,
        stage_since = CASE WHEN present.state ->> 'stage' = excluded.state ->> 'stage'
          THEN present.stage_since ELSE excluded.stage_since END
      """;

  private static final String REMOVE =
      """
      DELETE FROM process.instance
      WHERE process = :process AND process_id = ANY(CAST(:ids AS text[]))
        AND (tenant_id, process_id) IN
          (SELECT * FROM unnest(CAST(:tenants AS text[]), CAST(:ids AS text[])))
      """;

  private final JdbcClient database;
  private final ProcessType<S> type;

  ProcessStore(JdbcClient database, ProcessType<S> type) {
    this.database = database;
    this.type = type;
  }

  /// The processes that have any of the associations, in whatever tenant.
  Set<ProcessKey> find(Collection<AssociationValue> associations) {
    return new HashSet<>(
        database
            .sql(FIND)
            .param("process", type.name())
            .param(
                "associations",
                associations.stream().map(ProcessStore::text).toArray(String[]::new))
            .query((row, _) -> key(row))
            .list());
  }

  /// @param unreadable those whose state cannot be read, and why
  record Loaded<S>(
      Map<ProcessKey, StoredProcess<S>> processes, Map<ProcessKey, Exception> unreadable) {}

  Loaded<S> load(Collection<ProcessKey> keys) {
    Loaded<S> loaded = new Loaded<>(new HashMap<>(), new LinkedHashMap<>());
    about(LOAD, keys)
        .query(
            row -> {
              ProcessKey key = key(row);
              if (keys.contains(key)) {
                load(key, row, loaded);
              }
            });
    return loaded;
  }

  private void load(ProcessKey key, ResultSet row, Loaded<S> loaded) throws SQLException {
    Set<AssociationValue> associations = associations(row);
    try {
      loaded.processes().put(key, new StoredProcess<>(saga(key, row), associations));
    } catch (JacksonException | IllegalStateException e) {
      loaded.unreadable().put(key, e);
    }
  }

  void save(Map<ProcessKey, StoredProcess<S>> processes) {
    if (processes.isEmpty()) {
      return;
    }
    Map<ProcessKey, StoredProcess<S>> ordered = new LinkedHashMap<>(processes);
    about(SAVE, ordered.keySet())
        .param("revision", type.revision())
        .param(
            "states",
            ordered.values().stream()
                .map(stored -> JSON.writeValueAsString(stored.saga()))
                .toArray(String[]::new))
        .param(
            "associations",
            ordered.values().stream()
                .map(stored -> literal(stored.associations()))
                .toArray(String[]::new))
        .update();
  }

  /// To which the transaction can go back, also after a statement has failed.
  void savepoint() {
    database.sql("SAVEPOINT process").update();
  }

  void rollbackToSavepoint() {
    database.sql("ROLLBACK TO SAVEPOINT process").update();
  }

  void remove(Collection<ProcessKey> keys) {
    if (!keys.isEmpty()) {
      about(REMOVE, keys).update();
    }
  }

  private JdbcClient.StatementSpec about(String sql, Collection<ProcessKey> keys) {
    List<ProcessKey> ordered = List.copyOf(keys);
    return database
        .sql(sql)
        .param("process", type.name())
        .param("ids", ordered.stream().map(ProcessKey::id).toArray(String[]::new))
        .param("tenants", ordered.stream().map(key -> key.tenant().value()).toArray(String[]::new));
  }

  private S saga(ProcessKey key, ResultSet row) throws SQLException {
    int revision = row.getInt("revision");
    if (revision != type.revision()) {
      throw new IllegalStateException(
          "%s %s is stored in revision %d, and this program reads %d"
              .formatted(type.name(), key.sagaId(), revision, type.revision()));
    }
    return JSON.readValue(row.getString("state"), type.saga());
  }

  private static ProcessKey key(ResultSet row) throws SQLException {
    return new ProcessKey(new TenantId(row.getString("tenant_id")), row.getString("process_id"));
  }

  private static Set<AssociationValue> associations(ResultSet row) throws SQLException {
    return Stream.of((String[]) row.getArray("associations").getArray())
        .map(ProcessStore::association)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static String text(AssociationValue association) {
    return association.getKey() + "=" + association.getValue();
  }

  private static AssociationValue association(String text) {
    int equals = text.indexOf('=');
    return new AssociationValue(text.substring(0, equals), text.substring(equals + 1));
  }

  /// PostgreSQL's spelling of an array.
  private static String literal(Set<AssociationValue> associations) {
    return associations.stream()
        .map(ProcessStore::text)
        .sorted()
        .map(text -> "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"")
        .collect(Collectors.joining(",", "{", "}"));
  }
}
