package io.daybook.http;

import io.daybook.kernel.Command;
import io.daybook.kernel.json.KernelJson;
import java.util.List;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Tells one request from another under the same idempotency key. It is what the command is, not how it was
/// written: the order of fields, blanks, and a `null` for what is absent make no difference.
final class Fingerprint {

  /// Left out: not even their hash may be stored, since they could be guessed by it.
  static final List<String> SECRETS = List.of("password", "verificationToken");

  private final JsonMapper mapper =
      KernelJson.mapper().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

  /// @param generated the id was made for this request, and will be another in its repetition
  String of(Route route, Command command, boolean generated) {
    ObjectNode fields = mapper.valueToTree(command);
    SECRETS.forEach(fields::remove);
    String created = route.generatedField();
    if (generated && created != null) {
      fields.remove(created);
    }
    return command.getClass().getSimpleName() + "\n" + fields;
  }

  /// As an earlier program made it: of the text of the request. What it has stored is still compared with.
  static String earlier(String method, String uri, ObjectNode body) {
    ObjectNode fields = body;
    for (String secret : SECRETS) {
      if (fields.has(secret)) {
        fields = fields.deepCopy();
        fields.remove(secret);
      }
    }
    return method + " " + uri + "\n" + fields;
  }
}
