package io.daybook.command.dispatch;

import io.daybook.eventstore.Answer;
import io.daybook.eventstore.StoredAnswer;
import io.daybook.http.Receipt;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// How a [Receipt] is kept under its idempotency key.
final class StoredReceipt {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final int OK = 200;

  private StoredReceipt() {}

  static Answer write(String requestHash, boolean changed, String id) {
    String body = MAPPER.createObjectNode().put("id", id).put("changed", changed).toString();
    return new Answer(requestHash, OK, "{}", body);
  }

  static Receipt read(StoredAnswer stored) {
    JsonNode body = MAPPER.readTree(stored.answer().body());
    return new Receipt(
        stored.position(), body.path("changed").asBoolean(), body.path("id").asString());
  }
}
