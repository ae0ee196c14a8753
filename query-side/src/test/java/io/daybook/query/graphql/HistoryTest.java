package io.daybook.query.graphql;

import static io.daybook.query.testing.Known.customer;
import static io.daybook.query.testing.Known.order;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.query.testing.OrderEvents;
import io.daybook.query.testing.ReadTest;
import io.daybook.query.testing.Shop;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class HistoryTest extends ReadTest {
  private static final String ORDER = "order(id: \"%s\")".formatted(order(1));
  private static final String ENTRY =
      "cursor position sequence at type revision actor causationId correlationId payload";

  @Test
  void an_entity_tells_its_events_with_actor_and_cause() {
    given(OrderEvents.started(1), OrderEvents.placed(1), OrderEvents.confirmed(1));

    JsonNode history = history(ORDER, "first: 2");

    assertThat(history.size()).isEqualTo(2);
    JsonNode first = history.get(0);
    assertThat(first.get("type").asString()).isEqualTo("order.OrderPlacementStarted");
    assertThat(first.get("sequence").asLong()).isZero();
    assertThat(first.get("revision").asInt()).isEqualTo(1);
    assertThat(first.get("actor").asString()).isEqualTo("staff:usr_7");
    assertThat(first.get("causationId").asString()).isEqualTo("command-1");
    assertThat(first.get("correlationId").asString()).isEqualTo("request-1");
    assertThat(first.at("/payload/totalAmount/amountMinor").asLong()).isEqualTo(4000);
    assertThat(history.at("/1/position").asLong()).isGreaterThan(first.get("position").asLong());
  }

  @Test
  void a_history_goes_on_where_it_was_left() {
    given(OrderEvents.started(1), OrderEvents.placed(1), OrderEvents.confirmed(1));
    String cursor = history(ORDER, "first: 2").at("/1/cursor").asString();

    JsonNode rest = history(ORDER, "after: \"%s\"".formatted(cursor));

    assertThat(rest.size()).isEqualTo(1);
    assertThat(rest.at("/0/type").asString()).isEqualTo("order.OrderConfirmed");
    assertThat(refusal("{ %s { history(after: \"x\") { type } } }".formatted(ORDER)))
        .isEqualTo("INVALID_CURSOR");
  }

  @Test
  void an_erased_customers_events_are_told_without_their_content() {
    given(Shop.placed(1));
    given(Shop.erased(1));

    JsonNode ofCustomer = history("customer(id: \"%s\")".formatted(customer(1)), "first: 10");
    JsonNode ofOrder = history(ORDER, "first: 10");

    assertThat(ofCustomer.size()).isEqualTo(3);
    assertThat(ofCustomer.valueStream()).allMatch(entry -> entry.get("payload").isNull());
    assertThat(ofOrder.valueStream()).isNotEmpty().allMatch(e -> e.get("payload").isNull());
    assertThat(ofCustomer.at("/0/type").asString()).isEqualTo("customer.CustomerRegistered");
  }

  private JsonNode history(String entity, String arguments) {
    String query = "{ found: %s { history(%s) { %s } } }".formatted(entity, arguments, ENTRY);
    return read(query).at("/found/history");
  }
}
