package io.daybook.command.dispatch;

import io.daybook.eventstore.StoredAnswer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// How a [Receipt] is kept under its idempotency key.
final class StoredReceipt {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final int OK = 200;

  private StoredReceipt() {}

  static StoredAnswer write(String requestHash, long position, boolean changed, String id) {
    String headers = MAPPER.createObjectNode().put("Daybook-Position", position).toString();
    String body = MAPPER.createObjectNode().put("id", id).put("changed", changed).toString();
    return new StoredAnswer(requestHash, OK, headers, body);
  }

  static Receipt read(StoredAnswer answer) {
    JsonNode headers = MAPPER.readTree(answer.headers());
    JsonNode body = MAPPER.readTree(answer.body());
    return new Receipt(
        headers.path("Daybook-Position").asLong(),
        body.path("changed").asBoolean(),
        body.path("id").asString());
  }
}
