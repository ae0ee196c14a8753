package io.daybook.app.client;

import tools.jackson.databind.JsonNode;

/// What the server said to a command that it did not refuse.
///
/// @param position of the last event in the store, or of the last one that the command wrote
public record Answer(int status, long position, JsonNode body) {
  private static final int CREATED = 201;

  /// Whether the command made something that was not there before.
  public boolean isNew() {
    return status == CREATED;
  }

  public String text(String field) {
    return body.path(field).asString("");
  }
}
