package io.daybook.eventstore.batch;

import java.lang.reflect.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One value of each row, sent as an array of all rows' values.
///
/// @param element the type of the array's elements in PostgreSQL
/// @param type the same in Java
/// @param expression what the statement sees of an element, `%s`
record Column<R>(
    String name,
    String element,
    Class<?> type,
    String expression,
    Function<? super R, ? extends @Nullable Object> value) {

  java.sql.Array values(Connection connection, List<R> rows) throws SQLException {
    Object[] values = (Object[]) Array.newInstance(type, rows.size());
    for (int i = 0; i < values.length; i++) {
      values[i] = value.apply(rows.get(i));
    }
    return connection.createArrayOf(element, values);
  }

  String placeholder() {
    return "?::" + element + "[]";
  }

  String seen() {
    return expression.formatted("sent." + name) + " AS " + name;
  }
}
