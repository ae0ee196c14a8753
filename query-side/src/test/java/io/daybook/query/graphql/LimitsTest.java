package io.daybook.query.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.introspection.IntrospectionQuery;
import io.daybook.query.testing.ReadTest;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class LimitsTest extends ReadTest {
  private static final String LONG_COMMENT = "#" + "x".repeat(300_000);

  @Test
  void a_query_that_is_nested_too_deep_is_refused_with_limit_and_value() {
    String parents = "parent { ".repeat(12) + "id" + " }".repeat(12);
    String query = "{ categories { edges { node { %s } } } }".formatted(parents);

    JsonNode error = error(answer(query, Map.of()));

    assertThat(error.at("/extensions/code").asString()).isEqualTo("QUERY_TOO_DEEP");
    assertThat(error.at("/extensions/fields/0/field").asString()).isEqualTo("depth");
    assertThat(error.at("/extensions/fields/0/value").asString()).isEqualTo("16");
    assertThat(error.at("/extensions/fields/0/rule").asString()).contains("12");
  }

  @Test
  void lists_within_lists_multiply() {
    String query =
        """
        query($n: Int!) { customers(first: $n) { edges { node {
          orders(first: $n) { edges { node { lines { name } } } } } } } }
        """;

    assertThat(error(answer(query, Map.of("n", 100))).at("/extensions/code").asString())
        .isEqualTo("QUERY_TOO_COMPLEX");
    assertThat(answer(query, Map.of("n", 5)).get("errors")).isNull();
    assertThat(refusal("{" + query.replace("$n", "100").split("[{]", 2)[1]))
        .isEqualTo("QUERY_TOO_COMPLEX");
  }

  @Test
  void a_full_page_of_orders_with_everything_on_it_is_allowed() {
    read(
        """
        { orders(first: 100) { edges { cursor node { id orderNumber status
          lines { name quantity total { amountMinor currency } product { name } }
          customer { email firstName lastName }
          payments { status amount { amountMinor } }
          timeline { type at actor detail } } } } }
        """);
  }

  @Test
  void many_names_for_the_same_are_refused() {
    String aliases =
        IntStream.range(0, 21)
            .mapToObj("a%d: orders { edges { cursor } }"::formatted)
            .collect(Collectors.joining(" "));

    assertThat(refusal("{ " + aliases + " }")).isEqualTo("TOO_MANY_ALIASES");
  }

  @Test
  void fragments_within_fragments_cannot_hide_what_they_cost() {
    String fragments =
        IntStream.range(0, 12)
            .mapToObj(
                i ->
                    "fragment f%d on Category { id ...f%d parent { ...f%d } }"
                        .formatted(i, i + 1, i + 1))
            .collect(Collectors.joining(" "));
    String query =
        "{ categories(first: 100) { edges { node { ...f0 } } } } %s fragment f12 on Category { id }"
            .formatted(fragments);

    assertThat(refusal(query)).isIn("QUERY_TOO_COMPLEX", "QUERY_TOO_DEEP");
  }

  @Test
  void a_request_that_is_too_large_is_refused() {
    HttpResponse<String> answer = post(LONG_COMMENT, Map.of(), Map.of());

    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(code(answer)).isEqualTo("REQUEST_TOO_LARGE");
  }

  @Test
  void a_request_that_does_not_say_how_large_it_is_is_refused_as_well() {
    byte[] body = "{\"query\":\"%s\"}".formatted(LONG_COMMENT).getBytes(StandardCharsets.UTF_8);
    HttpRequest request =
        HttpRequest.newBuilder(uri("/graphql"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
            .build();

    HttpResponse<String> answer = send(request);

    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(code(answer)).isEqualTo("REQUEST_TOO_LARGE");
  }

  @Test
  void the_schema_may_be_asked_for_in_depth() {
    JsonNode schema = read(IntrospectionQuery.INTROSPECTION_QUERY);

    assertThat(schema.at("/__schema/queryType/name").asString()).isEqualTo("Query");
  }
}
