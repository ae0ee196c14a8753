package io.daybook.eventstore.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.eventstore.testing.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
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

  static Stream<@Nullable Object> values() {
    return Stream.of(
        null,
        42,
        -1,
        Integer.MIN_VALUE,
        42L,
        Long.MAX_VALUE,
        Long.MIN_VALUE,
        0.1,
        -0.0,
        Double.NaN,
        true,
        false);
  }

  @ParameterizedTest
  @MethodSource("values")
  void a_value_that_is_no_text_keeps_its_type(@Nullable Object value) {
    Map<String, @Nullable Object> entries = new HashMap<>();
    entries.put("before", "a text");
    entries.put("value", value);
    entries.put("x".repeat(200), value);
    MetaData metadata = MetaData.from(entries);
    byte[] stored = FORM.write(metadata);

    assertThat(FORM.read(stored)).isEqualTo(metadata);
    assertThat(FORM.numberedKeys(stored)).isPresent();
    assertThat(MetadataFormat.asRead(metadata)).isSameAs(metadata);
  }

  @Test
  void a_value_of_any_other_type_becomes_its_text_for_everybody() {
    Instant at = Instant.parse("2026-01-02T03:04:05Z");
    MetaData metadata = MetaData.with("at", at).and("half", 0.5f).and("count", 3);

    assertThat(MetadataFormat.asRead(metadata))
        .isEqualTo(FORM.read(FORM.write(metadata)))
        .isEqualTo(MetaData.with("at", at.toString()).and("half", "0.5").and("count", 3));
  }

  @Test
  void metadata_of_texts_is_written_as_it_always_was() {
    byte[] stored = FORM.write(MetaData.with("traceparent", TRACE));

    assertThat(stored[0]).isEqualTo((byte) 1);
  }

  /// As dead letters of earlier programs have it.
  @Test
  void metadata_that_was_written_as_json_is_still_read() {
    RowSerializer serializer = new RowSerializer(Jackson3Serializer.builder().build(), FORM);
    byte[] json = "{\"retries\":\"1\"}".getBytes(StandardCharsets.UTF_8);

    assertThat(
            serializer.<byte[], MetaData>deserialize(
                new SimpleSerializedObject<>(json, byte[].class, MetaData.class.getName(), null)))
        .isEqualTo(MetaData.with("retries", "1"));
    assertThat(
            serializer.<byte[], MetaData>deserialize(
                serializer.serialize(MetaData.with("retries", 1), byte[].class)))
        .isEqualTo(MetaData.with("retries", 1));
  }

  @Test
  void a_trace_context_takes_half_the_bytes_of_its_text() {
    int empty = FORM.write(MetaData.with("traceparent", "")).length;

    assertThat(FORM.write(MetaData.with("traceparent", TRACE)).length - empty).isEqualTo(25);
  }
}
