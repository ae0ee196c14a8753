package io.daybook.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.kernel.json.KernelJson;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The stored form of every event, one file per name and revision. An event whose shape changes
/// without a new revision and an upcaster from the old one fails here.
class GoldenEventsTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden");
  private static final JsonMapper MAPPER = KernelJson.mapper().build();

  static List<EventCatalogue.Entry> entries() {
    return Capabilities.installed().events().entries();
  }

  @ParameterizedTest
  @MethodSource("entries")
  void the_golden_form_is_read_and_written_back_unchanged(EventCatalogue.Entry entry)
      throws IOException {
    JsonNode golden = MAPPER.readTree(Files.readString(file(entry)));

    Event event = MAPPER.treeToValue(golden, entry.type());

    assertThat(MAPPER.readTree(MAPPER.writeValueAsString(event))).isEqualTo(golden);
  }

  @ParameterizedTest
  @MethodSource("entries")
  void the_golden_form_shows_every_component(EventCatalogue.Entry entry) throws IOException {
    JsonNode golden = MAPPER.readTree(Files.readString(file(entry)));

    assertThat(entry.type().getRecordComponents())
        .extracting(component -> component.getName())
        .containsExactlyInAnyOrderElementsOf(golden.propertyNames());
  }

  /// As it is stored where nothing optional was given.
  @ParameterizedTest
  @MethodSource("entries")
  void the_form_without_its_optional_fields_is_read_and_written_back(EventCatalogue.Entry entry)
      throws IOException {
    ObjectNode least = (ObjectNode) MAPPER.readTree(Files.readString(file(entry)));
    optional(entry.type()).forEach(least::remove);

    Event event = MAPPER.treeToValue(least, entry.type());

    assertThat(MAPPER.readTree(MAPPER.writeValueAsString(event))).isEqualTo(least);
  }

  /// Programs of others may have written what is absent as null.
  @ParameterizedTest
  @MethodSource("entries")
  void an_optional_field_that_is_null_is_one_that_is_absent(EventCatalogue.Entry entry)
      throws IOException {
    ObjectNode least = (ObjectNode) MAPPER.readTree(Files.readString(file(entry)));
    optional(entry.type()).forEach(least::remove);
    ObjectNode nulls = least.deepCopy();
    optional(entry.type()).forEach(nulls::putNull);

    Event withNulls = MAPPER.treeToValue(nulls, entry.type());
    Event without = MAPPER.treeToValue(least, entry.type());

    assertThat(withNulls).isEqualTo(without);
  }

  @Test
  void no_golden_form_belongs_to_an_event_that_is_gone() throws IOException {
    List<String> known = entries().stream().map(entry -> entry.name()).toList();
    try (Stream<Path> files = Files.list(GOLDEN)) {
      assertThat(files.map(file -> file.getFileName().toString().replaceAll("\\.\\d+\\.json$", "")))
          .isNotEmpty()
          .allMatch(known::contains);
    }
  }

  private static List<String> optional(Class<?> event) {
    return Arrays.stream(event.getRecordComponents())
        .filter(it -> it.getAnnotatedType().isAnnotationPresent(Nullable.class))
        .map(RecordComponent::getName)
        .toList();
  }

  private static Path file(EventCatalogue.Entry entry) {
    return GOLDEN.resolve(entry.name() + "." + entry.revision() + ".json");
  }
}
