package io.daybook.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.kernel.json.KernelJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

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

  @Test
  void no_golden_form_belongs_to_an_event_that_is_gone() throws IOException {
    List<String> known = entries().stream().map(entry -> entry.name()).toList();
    try (Stream<Path> files = Files.list(GOLDEN)) {
      assertThat(files.map(file -> file.getFileName().toString().replaceAll("\\.\\d+\\.json$", "")))
          .isNotEmpty()
          .allMatch(known::contains);
    }
  }

  private static Path file(EventCatalogue.Entry entry) {
    return GOLDEN.resolve(entry.name() + "." + entry.revision() + ".json");
  }
}
