package io.daybook.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.command.testing.CommandSideTest;
import io.daybook.http.Route;
import io.daybook.http.Routes;
import io.daybook.kernel.Capabilities;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@AutoConfigureMockMvc
class CommandDocsTest extends CommandSideTest {
  @Autowired private MockMvcTester mvc;
  @Autowired private Routes routes;

  @Test
  void every_route_that_takes_a_command_is_described_with_an_example() throws Exception {
    JsonNode document =
        new JsonMapper()
            .readTree(mvc.get().uri("/v3/api-docs").exchange().getResponse().getContentAsString());

    assertThat(document.path("openapi").asString()).startsWith("3.1");
    for (Route route : routes.all()) {
      JsonNode operation =
          document
              .path("paths")
              .path(route.path())
              .path(route.method().name().toLowerCase(Locale.ROOT));
      assertThat(operation.path("operationId").asString())
          .isEqualTo(route.command().getSimpleName());
      assertThat(
              operation
                  .at("/requestBody/content/application~1json/examples/example/value")
                  .isObject())
          .as("an example of %s", route.command())
          .isTrue();
    }
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

  @Test
  void every_route_says_its_capability_its_headers_and_its_refusals() throws Exception {
    JsonNode document =
        new JsonMapper()
            .readTree(mvc.get().uri("/v3/api-docs").exchange().getResponse().getContentAsString());

    assertThat(document.at("/components/schemas/Problem/properties/code").isObject()).isTrue();
    for (Route route : routes.all()) {
      JsonNode operation =
          document
              .path("paths")
              .path(route.path())
              .path(route.method().name().toLowerCase(Locale.ROOT));
      assertThat(operation.path("tags").path(0).asString())
          .isEqualTo(Capabilities.installed().of(route.command()).name());
      assertThat(operation.path("responses").propertyNames())
          .contains("400", "403", "404", "409", "415", "422", "503");
      assertThat(operation.path("parameters").valueStream().map(it -> it.path("name").asString()))
          .contains(
              "Daybook-Tenant",
              "Daybook-Actor",
              "Daybook-Effective-At",
              "Idempotency-Key",
              "Prefer",
              "dryRun");
    }
  }
}
