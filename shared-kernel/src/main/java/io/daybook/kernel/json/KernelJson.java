package io.daybook.kernel.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import tools.jackson.databind.json.JsonMapper;

/// The JSON of stored events: what is absent is left out, and amounts keep every digit.
public final class KernelJson {
  private KernelJson() {}

  public static JsonMapper.Builder mapper() {
    return JsonMapper.builder()
        .addModule(new KernelModule())
        .changeDefaultPropertyInclusion(
            inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL));
  }
}
