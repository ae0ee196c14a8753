package io.daybook.eventstore.search;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Looks at events without their payloads, and takes those that meet a question.
record EventLook(JdbcClient database, LabelReader labels) {

  private static final String SELECT =
      """
      SELECT position, sequence, event_id, metadata, octet_length(payload) AS size
      FROM event_store.event WHERE
      """;

  /// @param size of the payload
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Seen(long position, long sequence, String id, byte[] metadata, long size) {

    static Seen of(ResultSet row) throws SQLException {
      return new Seen(
          row.getLong("position"),
          row.getLong("sequence"),
          row.getString("event_id"),
          row.getBytes("metadata"),
          row.getLong("size"));
    }
  }

  /// @param where a condition on the columns of the event table, with an order and a limit behind it in `tail`
  List<Seen> rows(Search search, String where, List<?> parameters, String tail) {
    List<Object> all = new ArrayList<>(parameters);
    all.addAll(search.parameters());
    return database
        .sql(SELECT + where + search.conditions() + tail)
        .params(all)
        .query((row, number) -> Seen.of(row))
        .list();
  }

  void take(Search search, List<Seen> rows, Matches matches) {
    for (Seen row : rows) {
      if (matches.isFull()) {
        return;
      }
      if (!search.hasLabels() || hasLabels(search, row)) {
        matches.take(row.position(), row.size() + row.metadata().length);
      }
    }
  }

  private boolean hasLabels(Search search, Seen row) {
    return labels
        .labelsOf(row.id(), row.metadata())
        .entrySet()
        .containsAll(search.filter().labels().entrySet());
  }
}
