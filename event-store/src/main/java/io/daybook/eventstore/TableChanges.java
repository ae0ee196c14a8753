package io.daybook.eventstore;

import org.jspecify.annotations.Nullable;

/// Changes of tables that are no events and must be committed with them: a password's hash, a mail to be
/// sent.
public interface TableChanges {

  /// @param sql with one `?` a parameter; it runs when the events are appended
  /// @throws IllegalStateException without a unit of work
  void add(String sql, @Nullable Object... parameters);
}
