package io.daybook.app.client;

import io.daybook.kernel.json.KernelJson;
import java.net.http.HttpResponse;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The JSON of the API, which is that of the vocabulary.
final class Json {
  static final JsonMapper MAPPER = KernelJson.mapper().build();

  private Json() {}

  /// What is no JSON, such as the page of a proxy, says nothing.
  static JsonNode read(HttpResponse<String> response) {
    try {
      return MAPPER.readTree(response.body());
    } catch (JacksonException e) {
      return MAPPER.createObjectNode().put("detail", response.body());
    }
  }
}
