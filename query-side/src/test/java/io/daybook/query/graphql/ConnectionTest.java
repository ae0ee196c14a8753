package io.daybook.query.graphql;

import static io.daybook.query.testing.Known.order;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.query.testing.OrderEvents;
import io.daybook.query.testing.ReadTest;
import io.daybook.query.testing.Shop;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class ConnectionTest extends ReadTest {
  private static final String PAGE =
      """
      query($first: Int!, $after: String, $sort: CreationOrder!) {
        orders(first: $first, after: $after, sort: $sort) {
          edges { cursor node { id } }
          pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
        }
      }
      """;

  @Test
  void pages_follow_each_other_to_the_end() {
    given(OrderEvents.started(1), OrderEvents.started(2), OrderEvents.started(3));

    JsonNode first = page(2, null, "CREATED_AT_ASC");
    JsonNode second = page(2, first.at("/pageInfo/endCursor").asString(), "CREATED_AT_ASC");

    assertThat(ids(first)).containsExactly(id(1), id(2));
    assertThat(first.at("/pageInfo/hasNextPage").asBoolean()).isTrue();
    assertThat(first.at("/pageInfo/hasPreviousPage").asBoolean()).isFalse();
    assertThat(ids(second)).containsExactly(id(3));
    assertThat(second.at("/pageInfo/hasNextPage").asBoolean()).isFalse();
    assertThat(second.at("/pageInfo/hasPreviousPage").asBoolean()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"CREATED_AT_ASC", "CREATED_AT_DESC"})
  void what_is_inserted_between_two_pages_shifts_nothing(String sort) {
    given(
        OrderEvents.started(10),
        OrderEvents.started(20),
        OrderEvents.started(30),
        OrderEvents.started(40));
    JsonNode first = page(2, null, sort);

    given(OrderEvents.started(1), OrderEvents.started(15), OrderEvents.started(99));
    JsonNode second = page(10, first.at("/pageInfo/endCursor").asString(), sort);

    List<String> seen = new ArrayList<>(ids(first));
    seen.addAll(ids(second));
    assertThat(seen).doesNotHaveDuplicates().contains(id(10), id(20), id(30), id(40));
  }

  @Test
  void orders_of_one_instant_are_all_met_once() {
    given(OrderEvents.startedAt(1, 5), OrderEvents.startedAt(2, 5), OrderEvents.startedAt(3, 5));

    JsonNode first = page(1, null, "CREATED_AT_DESC");
    JsonNode second = page(5, first.at("/edges/0/cursor").asString(), "CREATED_AT_DESC");

    assertThat(ids(first)).containsExactly(id(3));
    assertThat(ids(second)).containsExactly(id(2), id(1));
  }

  @Test
  void a_cursor_that_was_changed_is_refused() {
    given(OrderEvents.started(1), OrderEvents.started(2));
    String cursor = page(1, null, "CREATED_AT_ASC").at("/edges/0/cursor").asString();
    char other = cursor.charAt(20) == 'A' ? 'B' : 'A';
    String changed = cursor.substring(0, 20) + other + cursor.substring(21);

    assertThat(refused(changed, "CREATED_AT_ASC")).isEqualTo("INVALID_CURSOR");
    assertThat(refused("no cursor", "CREATED_AT_ASC")).isEqualTo("INVALID_CURSOR");
    assertThat(refused("", "CREATED_AT_ASC")).isEqualTo("INVALID_CURSOR");
  }

  @Test
  void a_cursor_of_another_list_is_refused() {
    given(OrderEvents.started(1), OrderEvents.started(2));
    String cursor = page(1, null, "CREATED_AT_ASC").at("/edges/0/cursor").asString();
    String filtered =
        """
        { orders(after: "%s", sort: CREATED_AT_ASC, filter: {status: PENDING}) {
          edges { cursor } } }
        """;

    assertThat(refused(cursor, "CREATED_AT_DESC")).isEqualTo("INVALID_CURSOR");
    assertThat(refusal(filtered.formatted(cursor))).isEqualTo("INVALID_CURSOR");
    assertThat(refusal("{ payments(after: \"%s\") { edges { cursor } } }".formatted(cursor)))
        .isEqualTo("INVALID_CURSOR");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 101})
  void a_page_of_an_odd_size_is_refused_before_anything_is_read(int first) {
    String query = "{ orders(first: %d) { edges { cursor } } }".formatted(first);

    List<String> reads =
        statements.of(() -> assertThat(refusal(query)).isEqualTo("PAGE_SIZE_OUT_OF_RANGE"));

    assertThat(reads).isEmpty();
  }

  @Test
  void names_sort_in_both_directions() {
    given(Shop.created(1, "Chai"), Shop.created(2, "Chang"), Shop.created(3, "Aniseed"));

    assertThat(names("NAME_ASC")).containsExactly("Aniseed", "Chai", "Chang");
    assertThat(names("NAME_DESC")).containsExactly("Chang", "Chai", "Aniseed");
    assertThat(names("CREATED_AT_DESC")).containsExactly("Aniseed", "Chang", "Chai");
  }

  @Test
  void stocks_sort_by_what_is_available() {
    given(Shop.stocked(1, 7), Shop.stocked(2, 0), Shop.stocked(3, 50));
    String after =
        "{ stocks(sort: AVAILABLE_ASC, after: \"%s\") { edges { node { available } } } }";

    JsonNode page =
        read("{ stocks(first: 2, sort: AVAILABLE_ASC) { edges { cursor node { available } } } }")
            .at("/stocks/edges");
    JsonNode rest = read(after.formatted(page.at("/1/cursor").asString())).at("/stocks/edges");

    assertThat(page.at("/0/node/available").asInt()).isZero();
    assertThat(page.at("/1/node/available").asInt()).isEqualTo(7);
    assertThat(rest.at("/0/node/available").asInt()).isEqualTo(50);
    assertThat(rest.size()).isEqualTo(1);
  }

  private List<String> names(String sort) {
    return read("{ products(sort: %s) { edges { node { name } } } }".formatted(sort))
        .at("/products/edges")
        .valueStream()
        .map(edge -> edge.at("/node/name").asString())
        .toList();
  }

  private JsonNode page(int first, @Nullable String after, String sort) {
    JsonNode answer = answer(PAGE, variables(first, after, sort));
    assertThat(answer.get("errors")).as("%s", answer).isNull();
    return answer.at("/data/orders");
  }

  private String refused(String after, String sort) {
    return error(answer(PAGE, variables(1, after, sort))).at("/extensions/code").asString();
  }

  private static Map<String, Object> variables(int first, @Nullable String after, String sort) {
    return after == null
        ? Map.of("first", first, "sort", sort)
        : Map.of("first", first, "after", after, "sort", sort);
  }

  private static List<String> ids(JsonNode page) {
    return page.get("edges").valueStream().map(edge -> edge.at("/node/id").asString()).toList();
  }

  private static String id(int number) {
    return order(number).value();
  }
}
