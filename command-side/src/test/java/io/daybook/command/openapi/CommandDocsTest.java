package io.daybook.command.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.command.rest.Takes;
import io.daybook.command.testing.CommandSideTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@AutoConfigureMockMvc
class CommandDocsTest extends CommandSideTest {
  @Autowired private MockMvcTester mvc;
  @Autowired private RequestMappingHandlerMapping routes;

  @Test
  void every_route_that_takes_a_command_is_described_with_an_example() throws Exception {
    JsonNode document =
        new JsonMapper()
            .readTree(mvc.get().uri("/v3/api-docs").exchange().getResponse().getContentAsString());

    assertThat(document.path("openapi").asString()).startsWith("3.1");
    List<String> described = document.findValuesAsString("operationId");
    List<String> commands =
        routes.getHandlerMethods().values().stream()
            .filter(method -> method.hasMethodAnnotation(Takes.class))
            .map(CommandDocsTest::command)
            .toList();
    assertThat(commands).hasSizeGreaterThan(30);
    assertThat(described).containsAll(commands);
  }

  @Test
  void an_example_has_only_fields_that_the_command_has() throws Exception {
    JsonNode document =
        new JsonMapper()
            .readTree(mvc.get().uri("/v3/api-docs").exchange().getResponse().getContentAsString());

    for (JsonNode json : document.findValues("application/json")) {
      JsonNode schema = json.path("schema");
      JsonNode example = json.path("examples").path("example").path("value");
      if (!example.isMissingNode()) {
        assertThat(schema.path("properties").propertyNames()).containsAll(example.propertyNames());
        schema
            .path("required")
            .forEach(
                name ->
                    assertThat(example.has(name.asString()))
                        .as("%s in %s", name, example)
                        .isTrue());
      }
    }
  }

  private static String command(HandlerMethod method) {
    return method.getMethodAnnotation(Takes.class).value().getSimpleName();
  }
}
