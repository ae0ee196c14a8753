package io.daybook.query.rebuild;

import io.daybook.eventstore.NodeId;
import io.daybook.query.projection.Sql;
import io.daybook.query.rebuild.RebuildState.Phase;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// The rebuilds, how far each is, and which node works on it. A node has a lease of ten seconds on its rebuilds, by
/// PostgreSQL's clock, and renews it while it works.
@Component
class RebuildTable {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String COLUMNS =
      """
      rebuild_id, projection, purpose, phase, position, target, comparison, failure,
      CAST(extract(epoch FROM coalesce(ended_at, clock_timestamp()) - started_at) * 1000 AS bigint)
        AS taken\
      """;
  private static final String MINE =
      " WHERE rebuild_id = :id AND owner = :owner AND phase = 'RUNNING'";

  private final JdbcClient database;
  private final String owner = NodeId.unique().value();

  RebuildTable(JdbcClient database) {
    this.database = database;
  }

  /// Forgets those that ended a quarter of a year ago.
  RebuildState insert(String projection, Purpose purpose, long target) {
    database
        .sql("DELETE FROM rebuild.rebuild WHERE ended_at < clock_timestamp() - interval '90 days'")
        .update();
    return database
        .sql(
            """
            INSERT INTO rebuild.rebuild
              (rebuild_id, projection, purpose, phase, position, target, owner)
            VALUES (:id, :projection, :purpose, 'RUNNING', 0, :target, :owner) RETURNING
            """
                + COLUMNS)
        .param("id", UUID.randomUUID().toString())
        .param("projection", projection)
        .param("purpose", purpose.name())
        .param("target", target)
        .param("owner", owner)
        .query(RebuildTable::read)
        .single();
  }

  Optional<RebuildState> find(String id) {
    return database
        .sql("SELECT " + COLUMNS + " FROM rebuild.rebuild WHERE rebuild_id = ?")
        .param(id)
        .query(RebuildTable::read)
        .optional();
  }

  /// There is one at most.
  Optional<RebuildState> open(String projection) {
    return database
        .sql(
            "SELECT "
                + COLUMNS
                + """
                 FROM rebuild.rebuild
                WHERE projection = ? AND phase IN ('RUNNING', 'KEPT', 'CANCELLING')
                """)
        .param(projection)
        .query(RebuildTable::read)
        .optional();
  }

  /// Takes what nobody works on.
  List<RebuildState> takeOver() {
    return database
        .sql(
            """
            UPDATE rebuild.rebuild SET owner = :owner, touched_at = clock_timestamp()
            WHERE phase IN ('RUNNING', 'CANCELLING')
              AND (owner IS NULL OR touched_at < clock_timestamp() - interval '10 s')
            RETURNING
            """
                + COLUMNS)
        .param("owner", owner)
        .query(RebuildTable::read)
        .list();
  }

  /// False if it was cancelled, or another node has it.
  boolean touch(String id, long position) {
    return database
            .sql(
                "UPDATE rebuild.rebuild SET touched_at = clock_timestamp(),"
                    + " position = greatest(position, :position)"
                    + MINE)
            .param("id", id)
            .param("owner", owner)
            .param("position", position)
            .update()
        == 1;
  }

  void compared(String id, Comparison comparison) {
    database
        .sql("UPDATE rebuild.rebuild SET comparison = CAST(:comparison AS jsonb)" + MINE)
        .param("id", id)
        .param("owner", owner)
        .param("comparison", Sql.json(comparison))
        .update();
  }

  /// Does nothing if it is not this node's any more.
  ///
  /// @return whether it was
  boolean end(String id, Phase phase, @Nullable String failure) {
    return database
            .sql(
                "UPDATE rebuild.rebuild SET phase = :phase, failure = :failure, owner = NULL,"
                    + " ended_at = clock_timestamp()"
                    + MINE)
            .param("id", id)
            .param("owner", owner)
            .param("phase", phase.name())
            .param("failure", failure)
            .update()
        == 1;
  }

  /// @return whether somebody is working on it, who will notice
  boolean cancel(String id) {
    return database
        .sql(
            """
            UPDATE rebuild.rebuild SET phase = 'CANCELLING'
            WHERE rebuild_id = ? AND phase IN ('RUNNING', 'KEPT')
            RETURNING owner IS NOT NULL AND touched_at > clock_timestamp() - interval '10 s'
            """)
        .param(id)
        .query(Boolean.class)
        .optional()
        .orElse(true);
  }

  void cancelled(String id) {
    database
        .sql(
            """
            UPDATE rebuild.rebuild
            SET phase = 'CANCELLED', owner = NULL, ended_at = clock_timestamp()
            WHERE rebuild_id = ? AND phase = 'CANCELLING'
            """)
        .param(id)
        .update();
  }

  /// Another node, or this one after a restart, goes on at once.
  void release() {
    database.sql("UPDATE rebuild.rebuild SET owner = NULL WHERE owner = ?").param(owner).update();
  }

  private static RebuildState read(ResultSet row, int number) throws SQLException {
    String comparison = row.getString("comparison");
    return new RebuildState(
        row.getString("rebuild_id"),
        row.getString("projection"),
        Purpose.valueOf(row.getString("purpose")),
        Phase.valueOf(row.getString("phase")),
        row.getLong("position"),
        row.getLong("target"),
        Duration.ofMillis(row.getLong("taken")),
        comparison == null ? null : JSON.readValue(comparison, Comparison.class),
        row.getString("failure"));
  }
}
