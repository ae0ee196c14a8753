package io.daybook.app.client;

import io.daybook.kernel.json.KernelJson;
import tools.jackson.databind.json.JsonMapper;

/// The JSON of the API, which is that of the vocabulary.
final class Json {
  static final JsonMapper MAPPER = KernelJson.mapper().build();

  private Json() {}
}
