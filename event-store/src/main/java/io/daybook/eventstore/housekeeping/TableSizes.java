package io.daybook.eventstore.housekeeping;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// How much of the disk each table takes that may grow, with its indexes: the one that grows unexpectedly is to be
/// seen before the disk is full.
public final class TableSizes {

  /// The parts of the event table count as one.
  public static final List<String> TABLES =
      List.of("event", "seal", "idempotency", "claim", "snapshot", "dead_letter");

  private static final Logger log = LoggerFactory.getLogger(TableSizes.class);
  private static final long FRESH_NANOS = Duration.ofSeconds(10).toNanos();
  private static final String SIZES =
      """
      SELECT root.relname, coalesce(sum(pg_total_relation_size(part.relid)), 0)
      FROM pg_class AS root JOIN pg_namespace AS schema ON schema.oid = root.relnamespace
      CROSS JOIN LATERAL (
        SELECT relid FROM pg_partition_tree(root.oid) UNION SELECT root.oid) AS part(relid)
      WHERE schema.nspname = 'event_store' AND root.relname = ANY (CAST(:tables AS text[]))
      GROUP BY root.relname
      """;

  private final JdbcClient database;
  private final Map<String, Long> bytes = new ConcurrentHashMap<>();
  private long readAt = System.nanoTime() - FRESH_NANOS;

  public TableSizes(DataSource dataSource) {
    this.database = JdbcClient.create(dataSource);
  }

  /// Asks the database once for all tables of a scrape. Where it does not answer there is no number for a while: a
  /// scrape, or the last one at a stop, must not wait for the database once for each table.
  public synchronized double bytes(String table) {
    if (System.nanoTime() - readAt >= FRESH_NANOS) {
      bytes.clear();
      read();
      readAt = System.nanoTime();
    }
    Long known = bytes.get(table);
    return known == null ? Double.NaN : known;
  }

  private void read() {
    try {
      database
          .sql(SIZES)
          .param("tables", TABLES.toArray(String[]::new))
          .query(
              row -> {
                bytes.put(row.getString(1), row.getLong(2));
              });
    } catch (DataAccessException e) {
      log.debug("How large the tables are cannot be read", e);
    }
  }
}
