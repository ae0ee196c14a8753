package io.daybook.eventstore.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.eventstore.testing.TestDatabase;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetadataFormatTest {

  private static final MetadataFormat FORM =
      new MetadataFormat(new MetadataKeys(TestDatabase.fresh()));
  private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

  @ParameterizedTest
  @ValueSource(
      strings = {
        TRACE,
        "ff-ffffffffffffffffffffffffffffffff-ffffffffffffffff-ff",
        "00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01",
        "00-0af7651916cd43dd8448eb211c80319-cb7ad6b7169203331-01",
        "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-0g",
        "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331001",
        "00-0af7651916cd43dd8448eb211c80319c-b7ad6b71692-3331-01",
        "5e0f2d3c-9b1a-4c7d-8e6f-0123456789ab",
        "5E0F2D3C-9b1a-4c7d-8e6f-0123456789ab",
        "5e0f2d3c-9b1a-4c7d-8e6f00123456789ab",
        "-----------------------------------------------------",
        ""
      })
  void a_value_comes_back_as_it_was(String value) {
    assertThat(FORM.read(FORM.write(MetaData.with("traceparent", value))))
        .containsExactlyEntriesOf(MetaData.with("traceparent", value));
  }

  @Test
  void a_trace_context_takes_half_the_bytes_of_its_text() {
    int empty = FORM.write(MetaData.with("traceparent", "")).length;

    assertThat(FORM.write(MetaData.with("traceparent", TRACE)).length - empty).isEqualTo(25);
  }
}
