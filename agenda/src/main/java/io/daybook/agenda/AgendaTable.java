package io.daybook.agenda;

import static java.util.Objects.requireNonNull;

import io.daybook.kernel.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The table that db-scheduler works through. An entry is written by one statement that never
/// violates a key, and so fails no transaction; db-scheduler's own client takes two statements and
/// may violate one.
public final class AgendaTable {
  static final String NAME = "process.agenda";

  private static final String INSERT =
      """
      INSERT INTO process.agenda AS present
        (task_name, task_instance, task_data, due_at, execution_time, picked, version)
      VALUES (:kind, :instance, :data, :due, now() + :delay * interval '1 microsecond', false, 1)
      ON CONFLICT (task_name, task_instance)
      """;

  /// A correlated subquery, so that the planner looks each instance up by the key and never reads
  /// the whole table.
  private static final String PRESENT =
      """
      SELECT wanted.instance FROM unnest(CAST(:instances AS text[])) AS wanted(instance)
      WHERE (SELECT true FROM process.agenda
             WHERE task_name = :kind AND task_instance = wanted.instance)
      """;

  private static final String PICK =
      """
      UPDATE process.agenda
      SET picked = true, picked_by = 'due', last_heartbeat = now(), version = version + 1
      WHERE (task_name, task_instance) = (
        SELECT task_name, task_instance FROM process.agenda
        WHERE tenant_id = :tenant AND due_at <= :now AND NOT picked
        ORDER BY due_at, task_name, task_instance LIMIT 1 FOR UPDATE SKIP LOCKED)
      RETURNING task_name, task_instance, task_data, version
      """;

  private static final String OF_SAME_VERSION =
      " WHERE task_name = :kind AND task_instance = :instance AND version = :version";

  private static final String UNPICKED =
      "UPDATE process.agenda SET picked = false, picked_by = NULL, last_heartbeat = NULL";

  private final JdbcClient database;

  public AgendaTable(JdbcClient database) {
    this.database = database;
  }

  boolean insert(AgendaEntry entry, Instant now) {
    return write(INSERT + "DO NOTHING", entry, now).update() > 0;
  }

  void put(AgendaEntry entry, Instant now) {
    String replace =
        """
        DO UPDATE SET task_data = excluded.task_data, due_at = excluded.due_at,
          execution_time = excluded.execution_time, version = present.version + 1
        """;
    write(INSERT + replace, entry, now).update();
  }

  void remove(String kind, String instance) {
    database
        .sql(
            "DELETE FROM process.agenda"
                + " WHERE task_name = :kind AND task_instance = :instance AND NOT picked")
        .param("kind", kind)
        .param("instance", instance)
        .update();
  }

  Set<String> present(String kind, String[] instances) {
    return database
        .sql(PRESENT)
        .param("kind", kind)
        .param("instances", instances)
        .query(String.class)
        .set();
  }

  Optional<AgendaEntry> find(String kind, String instance) {
    return database
        .sql(
            "SELECT task_name, task_instance, task_data, version FROM process.agenda"
                + " WHERE task_name = :kind AND task_instance = :instance")
        .param("kind", kind)
        .param("instance", instance)
        .query(AgendaTable::picked)
        .optional()
        .map(PickedEntry::entry);
  }

  /// The first of the tenant's entries that is due, marked as running.
  Optional<PickedEntry> pick(TenantId tenant, Instant now) {
    return database
        .sql(PICK)
        .param("tenant", tenant.value())
        .param("now", Timestamp.from(now))
        .query(AgendaTable::picked)
        .optional();
  }

  void complete(PickedEntry picked) {
    if (ofSameVersion("DELETE FROM process.agenda" + OF_SAME_VERSION, picked).update() == 0) {
      release(picked);
    }
  }

  void reschedule(PickedEntry picked, AgendaEntry next, Instant now) {
    String sql =
        UNPICKED
            + ", consecutive_failures = 0, version = version + 1, task_data = :data, due_at = :due,"
            + " execution_time = now() + :delay * interval '1 microsecond'"
            + OF_SAME_VERSION;
    if (write(sql, next, now).param("version", picked.version()).update() == 0) {
      release(picked);
    }
  }

  /// Gives an entry back to be picked again: as it was, or as it was replaced in the meantime.
  void release(PickedEntry picked) {
    database
        .sql(
            UNPICKED
                + ", version = version + 1 WHERE task_name = :kind AND task_instance = :instance")
        .param("kind", picked.entry().kind())
        .param("instance", picked.entry().instance())
        .update();
  }

  private JdbcClient.StatementSpec ofSameVersion(String sql, PickedEntry picked) {
    return database
        .sql(sql)
        .param("kind", picked.entry().kind())
        .param("instance", picked.entry().instance())
        .param("version", picked.version());
  }

  private JdbcClient.StatementSpec write(String sql, AgendaEntry entry, Instant now) {
    return database
        .sql(sql)
        .param("kind", entry.kind())
        .param("instance", entry.instance())
        .param("data", EntryData.JSON.serialize(EntryData.of(entry)))
        .param("due", Timestamp.from(entry.due()))
        .param("delay", ChronoUnit.MICROS.between(now, entry.due()));
  }

  private static PickedEntry picked(ResultSet row, int number) throws SQLException {
    String instance = row.getString("task_instance");
    int slash = instance.indexOf('/');
    EntryData stored =
        requireNonNull(EntryData.JSON.deserialize(EntryData.class, row.getBytes("task_data")));
    AgendaEntry entry =
        new AgendaEntry(
            row.getString("task_name"),
            new TenantId(instance.substring(0, slash)),
            instance.substring(slash + 1),
            stored.due(),
            stored.data());
    return new PickedEntry(entry, row.getLong("version"));
  }
}
