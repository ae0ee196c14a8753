package io.daybook.query.graphql;

import io.daybook.kernel.Instants;
import io.daybook.kernel.KernelRejection;
import io.daybook.kernel.Rejection;
import io.daybook.kernel.Texts;
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
  ///
  /// @throws Rejection that names the field, if its value is no id, or a text that nothing can have
  void addTo(Conditions conditions, @Nullable Object value) {
    if (value != null) {
      conditions.and(condition, parameter, sql(checked(value)));
    }
  }

  private Object checked(Object value) {
    String fault = value instanceof String text ? Texts.fault(text) : null;
    if (fault != null) {
      throw Rejection.of(KernelRejection.INVALID_TEXT).with(path(), value, fault);
    }
    try {
      return conversion.apply(value);
    } catch (Rejection refused) {
      throw refused.violations().stream()
          .reduce(
              Rejection.of(refused.code()),
              (named, violation) -> named.with(path(), violation.value(), violation.rule()),
              (one, _) -> one);
    }
  }

  private String path() {
    return "filter." + name;
  }

  /// Nothing is older or newer than what can be kept, so a limit beyond is as good as none.
  private static Object sql(Object value) {
    return value instanceof Instant instant ? Sql.time(Instants.nearest(instant)) : value;
  }
}
