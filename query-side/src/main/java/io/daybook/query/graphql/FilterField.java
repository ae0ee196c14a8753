package io.daybook.query.graphql;

import io.daybook.query.projection.Sql;
import java.time.Instant;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A field of a filter, and the condition that it puts on the rows.
///
/// @param condition names the value as `:name`
/// @param parameter that name
record FilterField(
    String name, String condition, String parameter, UnaryOperator<Object> conversion) {
  private static final Pattern PARAMETER = Pattern.compile(":(\\w+)");

  static FilterField of(String name, String condition, UnaryOperator<Object> conversion) {
    Matcher parameter = PARAMETER.matcher(condition);
    if (!parameter.find()) {
      throw new IllegalArgumentException("No parameter in the condition: " + condition);
    }
    return new FilterField(name, condition, parameter.group(1), conversion);
  }

  /// Adds the condition, unless the caller left the field out.
  void addTo(Conditions conditions, @Nullable Object value) {
    if (value != null) {
      conditions.and(condition, parameter, sql(conversion.apply(value)));
    }
  }

  private static Object sql(Object value) {
    return value instanceof Instant instant ? Sql.time(instant) : value;
  }
}
