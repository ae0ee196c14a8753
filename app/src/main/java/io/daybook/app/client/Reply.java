package io.daybook.app.client;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// What a server answered.
///
/// @param position up to where the event store is written with what was done; -1 where it is not told
/// @param location where the answer leads on to
record Reply(int status, String text, long position, @Nullable String location) {
  /// What is no JSON, such as the page of a proxy, says nothing.
  JsonNode json() {
    try {
      return Json.MAPPER.readTree(text);
    } catch (JacksonException e) {
      return Json.MAPPER.createObjectNode().put("detail", text);
    }
  }
}
