package io.daybook.query.rebuild;

import io.daybook.eventstore.batch.Batch;
import io.daybook.query.rebuild.Comparison.Difference;
import io.daybook.query.rebuild.Comparison.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Compares tables row by row, as one snapshot of the database shows them.
final class Comparer {
  private static final int SHOWN = 20;
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final TypeReference<Map<String, Object>> ROW = new TypeReference<>() {};

  private final JdbcClient snapshot;
  private final String shadow;
  private final List<Table> tables = new ArrayList<>();
  private final List<Difference> differences = new ArrayList<>();

  Comparer(JdbcClient snapshot, String shadow) {
    this.snapshot = snapshot;
    this.shadow = shadow;
  }

  Comparison compare(List<String> names, long deadLetters, long pausedMillis) {
    names.forEach(this::compare);
    return new Comparison(List.copyOf(tables), List.copyOf(differences), deadLetters, pausedMillis);
  }

  private void compare(String table) {
    List<String> key = key(table);
    String unlike =
        "FROM %s.%s AS live FULL JOIN %s.%2$s AS rebuilt USING (%s) WHERE live IS DISTINCT FROM rebuilt"
            .formatted(Batch.LIVE, table, shadow, String.join(", ", key));
    tables.add(
        new Table(
            table,
            count("FROM %s.%s".formatted(Batch.LIVE, table)),
            count("FROM %s.%s".formatted(shadow, table)),
            count(unlike)));
    if (differences.size() < SHOWN) {
      snapshot
          .sql(
              "SELECT to_jsonb(live), to_jsonb(rebuilt) %s ORDER BY %s LIMIT %d"
                  .formatted(unlike, String.join(", ", key), SHOWN))
          .query((row, _) -> add(table, key, read(row.getString(1)), read(row.getString(2))))
          .list();
    }
  }

  private long count(String what) {
    return snapshot.sql("SELECT count(*) " + what).query(Long.class).single();
  }

  private List<String> key(String table) {
    return snapshot
        .sql(
            """
            SELECT attname FROM pg_index JOIN pg_attribute
              ON attrelid = indrelid AND attnum = ANY(indkey)
            WHERE indrelid = CAST(? AS regclass) AND indisprimary
            ORDER BY array_position(indkey, attnum)
            """)
        .param(Batch.LIVE + "." + table)
        .query(String.class)
        .list();
  }

  private static @Nullable Map<String, Object> read(@Nullable String row) {
    return row == null ? null : JSON.readValue(row, ROW);
  }

  private boolean add(
      String table,
      List<String> columns,
      @Nullable Map<String, Object> live,
      @Nullable Map<String, Object> rebuilt) {
    Map<String, Object> key = new HashMap<>(live != null ? live : Objects.requireNonNull(rebuilt));
    key.keySet().retainAll(columns);
    if (live == null || rebuilt == null) {
      return show(new Difference(table, key, null, live, rebuilt));
    }
    for (String column : new TreeSet<>(live.keySet())) {
      if (!Objects.equals(live.get(column), rebuilt.get(column))) {
        show(new Difference(table, key, column, live.get(column), rebuilt.get(column)));
      }
    }
    return true;
  }

  private boolean show(Difference difference) {
    return differences.size() < SHOWN && differences.add(difference);
  }
}
