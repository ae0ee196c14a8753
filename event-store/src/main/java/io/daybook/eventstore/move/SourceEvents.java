package io.daybook.eventstore.move;

import io.daybook.eventstore.move.MoveRefused.Problem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Reads the source: page by page, in the order of its global index.
final class SourceEvents {

  /// A page ends with the event that reaches this size.
  private static final int PAGE_BYTES = 8 << 20;

  private static final String PAGE =
      """
      SELECT * FROM (
        SELECT page.*,
               sum(octet_length(payload)) OVER (ORDER BY global_index) - octet_length(payload) AS before
        FROM (SELECT %s FROM {table} WHERE {global_index} > ?
              ORDER BY {global_index} LIMIT ?) AS page) AS sized
      WHERE before < ? ORDER BY global_index
      """;
  private static final String NO_IDS =
      """
      SELECT count(*), min({global_index}) FROM {table}
      WHERE {event_identifier} !~ '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$'
      """;
  private static final String BROKEN_SEQUENCES =
      """
      SELECT count(*), min(global_index) FROM (
        SELECT {global_index} AS global_index, {sequence_number} AS sequence_number,
               row_number() OVER (PARTITION BY {aggregate_identifier} ORDER BY {global_index}) - 1
                 AS expected
        FROM {table}) AS numbered
      WHERE sequence_number <> expected
      """;
  private static final String KINDS =
      """
      SELECT min({global_index}) FROM {table}
      GROUP BY {payload_type}, {payload_revision} ORDER BY min({global_index})
      """;

  private final JdbcClient database;
  private final SourceTable table;

  SourceEvents(DataSource source, SourceTable table) {
    this.database = JdbcClient.create(source);
    this.table = table;
  }

  String name() {
    return table.name();
  }

  long count() {
    return database.sql(table.sql("SELECT count(*) FROM {table}")).query(Long.class).single();
  }

  Optional<SourceRow> first() {
    return after(Long.MIN_VALUE, 1).stream().findFirst();
  }

  Optional<SourceRow> at(long index) {
    return after(index - 1, 1).stream().filter(row -> row.index() == index).findFirst();
  }

  /// The first event of each payload type and revision.
  List<SourceRow> kinds() {
    return database.sql(table.sql(KINDS)).query(Long.class).list().stream()
        .flatMap(index -> at(index).stream())
        .toList();
  }

  /// The next events, as many as are asked for or as fit into a page; none at the end.
  List<SourceRow> after(long index, int atMost) {
    return database
        .sql(table.sql(PAGE.formatted(table.selection())))
        .params(index, atMost, PAGE_BYTES)
        .query((row, number) -> row(row))
        .list();
  }

  private static SourceRow row(ResultSet row) throws SQLException {
    return new SourceRow(
        row.getLong("global_index"),
        row.getString("event_identifier"),
        row.getString("aggregate_identifier"),
        row.getLong("sequence_number"),
        row.getString("type"),
        row.getString("payload_type"),
        row.getString("payload_revision"),
        row.getString("time_stamp"),
        row.getBytes("payload"),
        row.getBytes("meta_data"));
  }

  /// Ids and sequence numbers that cannot be kept.
  List<Problem> problems() {
    List<Problem> problems = new ArrayList<>();
    problem(MoveRule.ID_NOT_UUID, NO_IDS).ifPresent(problems::add);
    problem(MoveRule.SEQUENCE_BROKEN, BROKEN_SEQUENCES).ifPresent(problems::add);
    return problems;
  }

  private Optional<Problem> problem(MoveRule rule, String sql) {
    return database
        .sql(table.sql(sql))
        .query((row, number) -> problem(rule, row.getLong(1), row.getLong(2)))
        .single();
  }

  private static Optional<Problem> problem(MoveRule rule, long events, long firstIndex) {
    return events == 0
        ? Optional.empty()
        : Optional.of(
            new Problem(
                rule, "%,d events, the first at global index %,d".formatted(events, firstIndex)));
  }
}
