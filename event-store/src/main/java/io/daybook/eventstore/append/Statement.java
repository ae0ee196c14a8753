package io.daybook.eventstore.append;

import io.daybook.eventstore.format.StoredText;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A change of another table that is committed together with the events.
///
/// @param sql with one `?` a parameter; the same text for the same kind of change, so that many go as
///     one
record Statement(String sql, List<@Nullable Object> parameters) {

  /// @throws io.daybook.eventstore.NotStorable if PostgreSQL would keep another text than a parameter
  static Statement of(String sql, @Nullable Object... parameters) {
    for (int i = 0; i < parameters.length; i++) {
      if (parameters[i] instanceof String text) {
        StoredText.require("table change", "parameter " + (i + 1), text);
      }
    }
    return new Statement(sql, Collections.unmodifiableList(Arrays.asList(parameters)));
  }
}
