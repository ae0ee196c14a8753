package io.daybook.app.audit.export;

import tools.jackson.databind.JsonNode;

/// Writes events, as the audit API tells them, in one form.
interface EventWriter {

  /// Before the first event.
  default void begin() {}

  void write(JsonNode event);

  /// Behind the last one.
  default void end() {}
}
