package io.daybook.eventstore.append;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A change of another table that is committed together with the events.
///
/// @param sql with one `?` a parameter; the same text for the same kind of change, so that many go as
///     one
record Statement(String sql, List<@Nullable Object> parameters) {

  static Statement of(String sql, @Nullable Object... parameters) {
    return new Statement(sql, Collections.unmodifiableList(Arrays.asList(parameters)));
  }
}
