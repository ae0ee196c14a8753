package io.daybook.saga.process;

import io.daybook.kernel.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The running processes as people and watchdogs look at them, those that rest longest in their
/// stage first.
public final class ProcessInstances {
  /// @param process the stored name of its type
  /// @param startedAt by the database's clock, as is `stageSince`
  /// @param inStage for how long it has been in its stage
  /// @param state JSON, in the revision
  public record Instance(
      String process,
      ProcessKey key,
      String stage,
      Instant startedAt,
      Instant stageSince,
      Duration inStage,
      int revision,
      String state) {}

  /// @param tenant all tenants where it is absent
  /// @param stage all stages where it is absent
  /// @param inStage for how long, at least
  /// @param limit how many at most
  public record Query(
      String process,
      @Nullable TenantId tenant,
      @Nullable String stage,
      Duration inStage,
      int limit) {}

  private final JdbcClient database;

  public ProcessInstances(JdbcClient database) {
    this.database = database;
  }

  public List<Instance> list(Query query) {
    TenantId tenant = query.tenant();
    return database
        .sql(sql(query))
        .param("process", query.process())
        .param("tenant", tenant == null ? null : tenant.value())
        .param("stage", query.stage())
        .param("seconds", query.inStage().toSeconds())
        .param("limit", query.limit())
        .query((row, _) -> instance(row))
        .list();
  }

  /// A condition that is not asked for is left out, so that the planner sees which index serves.
  private static String sql(Query query) {
    return """
    SELECT process, tenant_id, process_id, stage, started_at, stage_since, revision, state,
      extract(epoch FROM now() - stage_since) AS seconds
    FROM process.instance
    WHERE process = :process
    """
        + (query.tenant() == null ? "" : " AND tenant_id = :tenant")
        + (query.stage() == null ? "" : " AND stage = :stage")
        + """
         AND stage_since <= now() - :seconds * interval '1 second'
        ORDER BY stage_since, process_id LIMIT :limit
        """;
  }

  private static Instance instance(ResultSet row) throws SQLException {
    return new Instance(
        row.getString("process"),
        new ProcessKey(new TenantId(row.getString("tenant_id")), row.getString("process_id")),
        row.getString("stage"),
        row.getTimestamp("started_at").toInstant(),
        row.getTimestamp("stage_since").toInstant(),
        Duration.ofSeconds(row.getLong("seconds")),
        row.getInt("revision"),
        row.getString("state"));
  }
}
