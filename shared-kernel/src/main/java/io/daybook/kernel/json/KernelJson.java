package io.daybook.kernel.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

/// The JSON of stored events: what is absent is left out, and amounts keep every digit.
public final class KernelJson {
  private KernelJson() {}

  public static JsonMapper.Builder mapper() {
    return mapper(StreamReadConstraints.defaults());
  }

  /// @param limits of what is read
  public static JsonMapper.Builder mapper(StreamReadConstraints limits) {
    return JsonMapper.builder(JsonFactory.builder().streamReadConstraints(limits).build())
        .addModule(new KernelModule())
        .changeDefaultPropertyInclusion(
            inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL));
  }
}
