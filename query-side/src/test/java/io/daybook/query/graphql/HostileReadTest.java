package io.daybook.query.graphql;

import static io.daybook.query.testing.Known.product;
import static org.assertj.core.api.Assertions.assertThat;

import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLInputType;
import graphql.schema.GraphQLNamedInputType;
import graphql.schema.GraphQLTypeUtil;
import io.daybook.query.testing.EventStreamClient;
import io.daybook.query.testing.ReadTest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.execution.GraphQlSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Every argument that the schema has is given what no argument should be.
class HostileReadTest extends ReadTest {
  private static final Map<String, List<Object>> HOSTILE =
      Map.of(
          "ID", texts(),
          "String", texts(),
          "Long", List.of(Long.MAX_VALUE, Long.MIN_VALUE),
          "Int", List.of(Integer.MAX_VALUE, Integer.MIN_VALUE),
          "DateTime",
              List.of(
                  "+999999999-12-31T23:59:59.999999999Z",
                  "-999999999-01-01T00:00:00Z",
                  "0001-01-01T00:00:00Z",
                  "9999-12-31T23:59:59.999999999Z"));

  /// An argument, or a field of an argument that is an object.
  private record Place(GraphQLFieldDefinition field, GraphQLArgument argument, String inner) {
    @Override
    public String toString() {
      return field.getName()
          + "("
          + argument.getName()
          + (inner.isEmpty() ? "" : "." + inner)
          + ")";
    }
  }

  @Autowired GraphQlSource source;

  @Test
  void no_argument_of_a_query_is_the_server_s_fault() {
    List<Place> places = places(source.schema().getQueryType().getFieldDefinitions());

    assertThat(places).as("arguments of the schema").hasSizeGreaterThan(30);
    for (Place place : places) {
      for (Object value : HOSTILE.getOrDefault(typeOf(place), List.of())) {
        assertRefusedOrAnswered(place, value, answer(query("query", place), values(place, value)));
      }
    }
  }

  @Test
  void no_argument_of_a_subscription_is_the_server_s_fault() throws Exception {
    List<GraphQLFieldDefinition> subscriptions =
        Objects.requireNonNull(source.schema().getSubscriptionType()).getFieldDefinitions();
    for (Place place : places(subscriptions)) {
      for (Object value : texts()) {
        String query = query("subscription", place);
        try (EventStreamClient stream =
            new EventStreamClient(request(query, values(place, value)))) {
          EventStreamClient.Received first = stream.next();

          assertThat(first.event()).as("%s = %s", place, value).isEqualTo("next");
          assertRefusedOrAnswered(place, value, first.data());
          assertThat(first.data().at("/errors/0/extensions/code").asString())
              .isEqualTo("INVALID_ID");
          assertThat(stream.next().event()).isEqualTo("complete");
        }
      }
    }
  }

  @Test
  void a_filter_s_refusal_names_the_field_the_value_and_the_rule() {
    JsonNode error =
        error(answer("{ orders(filter: {customerId: \"x\"}) { edges { cursor } } }", Map.of()));

    assertThat(error.at("/extensions/code").asString()).isEqualTo("INVALID_ID");
    assertThat(error.at("/extensions/fields/0/field").asString()).isEqualTo("filter.customerId");
    assertThat(error.at("/extensions/fields/0/value").asString()).isEqualTo("x");
    assertThat(error.at("/extensions/fields/0/rule").asString()).contains("cus_");
  }

  @Test
  void a_cursor_that_was_made_up_is_refused() {
    String list = "ordersCREATED_AT_DESC{tenant=" + tenant + "}";
    String id = "ord_00000000-0000-7000-8000-000000000001";

    assertThat(after(new Cursor("2026-01-01 00:00:00+00", id).text(list)).get("errors")).isNull();
    for (Cursor madeUp :
        List.of(
            new Cursor("no instant", id),
            new Cursor("2026-13-41 00:00:00+00", id),
            new Cursor("2026-01-01 00:00:00+00", "\u0000"),
            new Cursor("", ""))) {
      assertThat(error(after(madeUp.text(list))).at("/extensions/code").asString())
          .as("%s", madeUp)
          .isEqualTo("INVALID_CURSOR");
    }
  }

  @Test
  void a_subscription_by_plain_http_says_how_it_is_asked_for() {
    HttpResponse<String> answer = post("subscription { orderUpdated { id } }", Map.of(), Map.of());

    assertThat(answer.body()).doesNotContain("ublisher");
    assertThat(error(JsonMapper.shared().readTree(answer.body())).at("/extensions/code").asString())
        .isEqualTo("SUBSCRIPTION_NEEDS_A_STREAM");
  }

  private JsonNode after(String cursor) {
    return answer(
        "query($after: String) { orders(after: $after) { edges { cursor } } }",
        Map.of("after", cursor));
  }

  private static void assertRefusedOrAnswered(Place place, Object value, JsonNode answer) {
    for (JsonNode error : answer.path("errors")) {
      String said = "%s = %.80s: %s".formatted(place, value, error);
      assertThat(error.at("/extensions/classification").asString())
          .as(said)
          .isNotEqualTo("INTERNAL_ERROR");
      assertThat(error.toString().length()).as(said).isLessThan(2_000);
    }
  }

  private static List<Place> places(List<GraphQLFieldDefinition> fields) {
    return fields.stream()
        .flatMap(field -> field.getArguments().stream().flatMap(it -> places(field, it)))
        .toList();
  }

  private static Stream<Place> places(GraphQLFieldDefinition field, GraphQLArgument argument) {
    return GraphQLTypeUtil.unwrapAll(argument.getType()) instanceof GraphQLInputObjectType object
        ? object.getFields().stream().map(inner -> new Place(field, argument, inner.getName()))
        : Stream.of(new Place(field, argument, ""));
  }

  private static String typeOf(Place place) {
    GraphQLNamedInputType type =
        (GraphQLNamedInputType) GraphQLTypeUtil.unwrapAll(place.argument.getType());
    return type instanceof GraphQLInputObjectType object
        ? GraphQLTypeUtil.unwrapAll(object.getField(place.inner).getType()).getName()
        : type.getName();
  }

  /// What else the field must have is a product's id, which is the only thing that is asked for with another.
  private static String query(String operation, Place place) {
    StringBuilder declared = new StringBuilder();
    StringBuilder given = new StringBuilder();
    for (GraphQLArgument argument : place.field.getArguments()) {
      if (argument == place.argument || isRequired(argument)) {
        declared.append("$%s: %s ".formatted(argument.getName(), text(argument.getType())));
        given.append("%s: $%s ".formatted(argument.getName(), argument.getName()));
      }
    }
    return "%s(%s) { %s(%s) { __typename } }"
        .formatted(operation, declared, place.field.getName(), given);
  }

  private static Map<String, Object> values(Place place, Object value) {
    Map<String, Object> values = new HashMap<>();
    place.field.getArguments().stream()
        .filter(HostileReadTest::isRequired)
        .forEach(it -> values.put(it.getName(), product(1).value()));
    values.put(
        place.argument.getName(), place.inner.isEmpty() ? value : Map.of(place.inner, value));
    return values;
  }

  private static boolean isRequired(GraphQLArgument argument) {
    return GraphQLTypeUtil.isNonNull(argument.getType()) && !argument.hasSetDefaultValue();
  }

  private static String text(GraphQLInputType type) {
    return GraphQLTypeUtil.simplePrint(type);
  }

  private static List<Object> texts() {
    return List.of(
        "",
        " ",
        "\u0000",
        "ord_\u0000",
        "\ud800",
        "\uffff",
        "x",
        "'",
        "e\u0301",
        "\u200b",
        "x".repeat(100_000));
  }
}
