package io.daybook.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.catalog.ProductEvent.ChangedFields;
import io.daybook.catalog.ProductEvent.ProductUpdated;
import io.daybook.kernel.id.ProductId;
import io.daybook.kernel.json.KernelModule;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// With whichever mapper an event is written, also one that writes what is absent as null.
class ChangesTest {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().addModule(new KernelModule()).build();

  @Test
  void only_what_changed_is_written_down() {
    ProductUpdated updated =
        new ProductUpdated(
            ProductId.of(Samples.uuid(1)),
            new ChangedFields("Darjeeling", null, null, null),
            "staff:usr_7",
            Samples.at(1));

    JsonNode written = MAPPER.readTree(MAPPER.writeValueAsString(updated));

    assertThat(written.path("changedFields").propertyNames()).containsExactly("name");
  }
}
