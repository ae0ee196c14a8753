package io.daybook.eventstore.housekeeping;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The rows of a table that are of no use when they have reached an age, by PostgreSQL's clock.
///
/// They are removed in small steps, each a transaction of its own, so nobody waits for more than a step, and what was
/// removed when the program ends stays removed. Several nodes may do it at once: a row that another one is removing
/// is passed over.
final class ExpiringRows {

  private static final String STEP =
      """
      DELETE FROM %1$s WHERE ctid = ANY (ARRAY(
        SELECT ctid FROM %1$s
        WHERE %2$s < clock_timestamp() - :millis * interval '1 millisecond' AND %2$s >= :from
        ORDER BY %2$s LIMIT :rows FOR UPDATE SKIP LOCKED))
      RETURNING %2$s
      """;

  private static final OffsetDateTime LONG_AGO = OffsetDateTime.parse("1970-01-01T00:00:00Z");

  private final JdbcClient database;
  private final String sql;
  private final Duration kept;
  private @Nullable OffsetDateTime reached;

  /// @param time the column that says how old a row is; a large table has an index by it
  ExpiringRows(JdbcClient database, String table, String time, Duration kept) {
    this.database = database;
    this.sql = STEP.formatted(table, time);
    this.kept = kept;
  }

  /// @return how many were removed; fewer than asked for if no more have reached the age
  int remove(int atMost) {
    List<OffsetDateTime> removed =
        database
            .sql(sql)
            .param("millis", kept.toMillis())
            .param("from", reached == null ? LONG_AGO : reached)
            .param("rows", atMost)
            .query(OffsetDateTime.class)
            .list();
    Optional<OffsetDateTime> last = removed.stream().max(Comparator.naturalOrder());
    // Where so much was removed already, the index is only a trail until it is vacuumed.
    reached = removed.size() < atMost ? null : last.orElse(null);
    return removed.size();
  }
}
