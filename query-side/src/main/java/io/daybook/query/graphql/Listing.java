package io.daybook.query.graphql;

import io.daybook.query.graphql.Connection.Edge;
import io.daybook.query.projection.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/// A page of a list, found by where the last one ended and not by counting: what is inserted in the
/// meantime shifts nothing.
record Listing<T>(View<T> view, Conditions conditions, Ordering ordering, Page page) {

  Connection<T> read() {
    StatementSpec statement = statement(select(""));
    List<Edge<T>> found = read(() -> statement.query((row, number) -> edge(row, number)).list());
    return Connection.of(found, page);
  }

  /// The same page for each of several owners, in one statement.
  ///
  /// @param column where a row names its owner
  Map<String, Connection<T>> readForEach(Collection<String> owners, String column) {
    Map<String, List<Edge<T>>> found = new LinkedHashMap<>();
    owners.forEach(owner -> found.put(owner, new ArrayList<>()));
    StatementSpec statement =
        statement(
                """
                SELECT one.*, owner.id AS cursor_owner FROM unnest(:owners) AS owner(id)
                CROSS JOIN LATERAL (%s) AS one
                """
                    .formatted(select("AND r." + column + " = owner.id")))
            .param("owners", Sql.texts(owners));
    read(
        () ->
            statement
                .query(
                    (row, number) ->
                        Objects.requireNonNull(found.get(row.getString("cursor_owner")))
                            .add(edge(row, number)))
                .list());
    Map<String, Connection<T>> pages = new LinkedHashMap<>();
    found.forEach((owner, edges) -> pages.put(owner, Connection.of(edges, page)));
    return pages;
  }

  private String select(String condition) {
    String key = "r." + ordering.column();
    String id = "r." + view.id();
    String after =
        "AND (%s, %s) %s (CAST(:cursorKey AS %s), :cursorId)"
            .formatted(key, id, ordering.comparison(), ordering.type());
    return """
    SELECT %s, CAST(%s AS text) AS cursor_key, %s AS cursor_id
    FROM projection.%s AS r WHERE %s %s %s
    ORDER BY %s %s, %s %s LIMIT :limit
    """
        .formatted(
            view.columns(),
            key,
            id,
            view.table(),
            conditions.sql(),
            condition,
            page.after() == null ? "" : after,
            key,
            ordering.direction(),
            id,
            ordering.direction());
  }

  private StatementSpec statement(String sql) {
    StatementSpec statement =
        view.database().sql(sql).params(conditions.values()).param("limit", page.first() + 1);
    String after = page.after();
    if (after == null) {
      return statement;
    }
    Cursor cursor = Cursor.parse(after, name());
    return statement.param("cursorKey", cursor.key()).param("cursorId", cursor.id());
  }

  /// Whoever makes a cursor up can give it a right checksum, but no key that is of the column's type.
  private <R> R read(Supplier<R> statement) {
    try {
      return statement.get();
    } catch (DataIntegrityViolationException e) {
      if (page.after() == null) {
        throw e;
      }
      throw Cursor.invalid(page.after());
    }
  }

  private Edge<T> edge(ResultSet row, int number) throws SQLException {
    Cursor cursor = new Cursor(row.getString("cursor_key"), row.getString("cursor_id"));
    T node = view.mapper().mapRow(row, number);
    return new Edge<>(cursor.text(name()), node);
  }

  /// What tells this list from others, for its cursors.
  private String name() {
    return view.table() + ordering.name() + conditions.values();
  }
}
