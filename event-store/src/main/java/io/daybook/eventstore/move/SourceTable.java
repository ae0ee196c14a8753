package io.daybook.eventstore.move;

import io.daybook.eventstore.move.MoveRefused.Problem;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Axon's event table as it is called here: `domainevententry` by the JDBC engine, `domain_event_entry`
/// by JPA with Spring's names. Case and underscores make no difference, to its columns neither.
record SourceTable(String name, Map<Column, String> columns) {

  private static final String DEFAULT = "domainevententry";
  private static final String COLUMNS =
      """
      SELECT quote_ident(table_schema) || '.' || quote_ident(table_name) AS in_sql,
             table_schema || '.' || table_name AS full_name, table_name,
             column_name, quote_ident(column_name) AS quoted, udt_name
      FROM information_schema.columns
      WHERE table_schema NOT IN ('pg_catalog', 'information_schema')
      ORDER BY in_sql, ordinal_position
      """;

  /// The columns of Axon's table, by their names in its manual.
  enum Column {
    GLOBAL_INDEX,
    EVENT_IDENTIFIER,
    AGGREGATE_IDENTIFIER,
    SEQUENCE_NUMBER,
    TYPE,
    PAYLOAD_TYPE,
    PAYLOAD_REVISION,
    TIME_STAMP,
    PAYLOAD,
    META_DATA;

    private boolean isCalled(String name) {
      return plain(name()).equals(plain(name));
    }
  }

  /// @param name with or without its schema; null for Axon's own names
  static SourceTable find(JdbcClient source, @Nullable String name) {
    Map<String, Map<Column, String>> found = new LinkedHashMap<>();
    source
        .sql(COLUMNS)
        .query(
            row -> {
              if (matches(name, row.getString("full_name"), row.getString("table_name"))) {
                Map<Column, String> columns =
                    found.computeIfAbsent(
                        row.getString("in_sql"), table -> new EnumMap<>(Column.class));
                String quoted = row.getString("quoted");
                String type = row.getString("udt_name");
                column(row.getString("column_name"))
                    .ifPresent(column -> columns.put(column, expression(column, quoted, type)));
              }
            });
    return only(found, name);
  }

  private static boolean matches(@Nullable String wanted, String fullName, String tableName) {
    return wanted == null
        ? plain(tableName).equals(DEFAULT)
        : wanted.equals(fullName) || wanted.equals(tableName);
  }

  private static String plain(String name) {
    return name.replace("_", "").toLowerCase(Locale.ROOT);
  }

  private static Optional<Column> column(String name) {
    return Arrays.stream(Column.values()).filter(column -> column.isCalled(name)).findFirst();
  }

  /// Hibernate keeps a `@Lob` as a large object, whose number is in the row.
  private static String expression(Column column, String quoted, String type) {
    boolean binary = column == Column.PAYLOAD || column == Column.META_DATA;
    if (binary && type.equals("oid")) {
      return "lo_get(%s)".formatted(quoted);
    }
    if (binary && !type.equals("bytea")) {
      throw MoveRefused.because(
          MoveRule.NOT_AN_EVENT_TABLE, "column %s is %s, neither bytea nor oid", quoted, type);
    }
    return quoted;
  }

  private static SourceTable only(Map<String, Map<Column, String>> found, @Nullable String name) {
    if (found.size() != 1) {
      throw MoveRefused.because(
          MoveRule.TABLE_NOT_FOUND,
          "%d tables are called %s%s",
          found.size(),
          name == null ? "domain_event_entry or domainevententry" : name,
          found.isEmpty() ? "" : ": " + String.join(", ", found.keySet()));
    }
    Map.Entry<String, Map<Column, String>> table = found.entrySet().iterator().next();
    List<Problem> missing =
        Arrays.stream(Column.values())
            .filter(column -> !table.getValue().containsKey(column))
            .map(
                column -> new Problem(MoveRule.NOT_AN_EVENT_TABLE, missing(table.getKey(), column)))
            .toList();
    if (!missing.isEmpty()) {
      throw new MoveRefused(missing);
    }
    return new SourceTable(table.getKey(), table.getValue());
  }

  private static String missing(String table, Column column) {
    return "%s has no column %s".formatted(table, column.name().toLowerCase(Locale.ROOT));
  }

  /// A statement's text with `{table}` and `{global_index}` and so on in it.
  String sql(String text) {
    String sql = text.replace("{table}", name);
    for (Map.Entry<Column, String> column : columns.entrySet()) {
      String placeholder = "{" + column.getKey().name().toLowerCase(Locale.ROOT) + "}";
      sql = sql.replace(placeholder, column.getValue());
    }
    return sql;
  }

  /// All columns under Axon's names.
  String selection() {
    return columns.entrySet().stream()
        .map(it -> it.getValue() + " AS " + it.getKey().name().toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(", "));
  }
}
