package io.daybook.query.order;

import static io.daybook.query.testing.Known.customer;
import static io.daybook.query.testing.Known.order;
import static io.daybook.query.testing.Known.product;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.query.testing.OrderEvents;
import io.daybook.query.testing.PaymentEvents;
import io.daybook.query.testing.ReadTest;
import io.daybook.query.testing.Shop;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class OrderQueryTest extends ReadTest {
  static final String PAGE =
      """
      query($first: Int!) { orders(first: $first) { edges { node {
        id
        lines { name product { name category { name } } }
        customer { email addresses { address { city } } }
        payments { status operations { type } }
        timeline { type }
        history(first: 5) { type payload }
      } } } }
      """;

  @Test
  void an_order_tells_everything_about_itself() {
    given(Shop.catalog());
    given(Shop.placed(1));

    JsonNode found =
        read("""
        { order(id: "%s") {
          orderNumber status
          totalAmount { amountMinor currency }
          shippingAddress { city country }
          lines { lineNumber discountRate attributes { name value } product { name } }
          customer { email }
          payments { status amount { amountMinor } }
          timeline { type at actor }
        } }
        """
                .formatted(order(1)))
            .get("order");

    assertThat(found.get("orderNumber").asString()).isEqualTo(OrderEvents.number(1));
    assertThat(found.get("status").asString()).isEqualTo("PENDING");
    assertThat(found.at("/totalAmount/amountMinor").asLong()).isEqualTo(4000);
    assertThat(found.at("/totalAmount/currency").asString()).isEqualTo("EUR");
    assertThat(found.at("/shippingAddress/city").asString()).isEqualTo("Berlin");
    assertThat(found.at("/lines/1/lineNumber").asInt()).isEqualTo(2);
    assertThat(found.at("/lines/0/discountRate").asString()).isEqualTo("0.1");
    assertThat(found.at("/lines/0/attributes/0/name").asString()).isEqualTo("units");
    assertThat(found.at("/lines/1/product/name").asString()).isEqualTo("Chang");
    assertThat(found.at("/customer/email").asString()).isEqualTo("c1@example.org");
    assertThat(found.at("/payments/0/status").asString()).isEqualTo("AUTHORIZED");
    assertThat(found.get("timeline").valueStream().map(entry -> entry.get("type").asString()))
        .containsExactly(
            "order.OrderPlacementStarted",
            "payment.PaymentRequested",
            "payment.PaymentAuthorized",
            "order.OrderPlaced");
    assertThat(found.at("/timeline/0/at").asString()).isEqualTo("2026-03-01T09:01:00Z");
    assertThat(found.at("/timeline/0/actor").asString()).isEqualTo("staff:usr_7");
  }

  @Test
  void staff_find_the_orders_whose_money_or_goods_are_missing() {
    given(Shop.placed(1, 3));
    given(
        OrderEvents.paymentMissing(1, 4000),
        OrderEvents.paymentMissing(2, 4000),
        OrderEvents.paymentCame(2),
        OrderEvents.shippedShort(3));

    assertThat(withIssue("PAYMENT_MISSING")).containsExactly(order(1).value());
    assertThat(withIssue("SHIPPED_SHORT")).containsExactly(order(3).value());
    assertThat(
            read("{ order(id: \"%s\") { issues { issue detail amount { amountMinor } } } }"
                    .formatted(order(1)))
                .at("/order/issues/0/amount/amountMinor")
                .asLong())
        .isEqualTo(4000);
  }

  @Test
  void an_order_shows_what_was_taken_for_it_and_what_is_open() {
    given(Shop.placed(1));
    given(
        PaymentEvents.captured(1, 3000),
        PaymentEvents.refundRequested(1, 1, 500),
        PaymentEvents.refunded(1, 1, 500));

    JsonNode found =
        read("""
        { order(id: "%s") {
          captured { amountMinor } refunded { amountMinor } outstanding { amountMinor }
        } }
        """
                .formatted(order(1)))
            .get("order");

    assertThat(found.at("/captured/amountMinor").asLong()).isEqualTo(3000);
    assertThat(found.at("/refunded/amountMinor").asLong()).isEqualTo(500);
    assertThat(found.at("/outstanding/amountMinor").asLong()).isEqualTo(1000);
  }

  private List<String> withIssue(String issue) {
    return read("{ orders(filter: { issue: %s }) { edges { node { id } } } }".formatted(issue))
        .at("/orders/edges")
        .valueStream()
        .map(edge -> edge.at("/node/id").asString())
        .toList();
  }

  @Test
  void a_page_of_a_hundred_orders_costs_as_many_statements_as_a_page_of_one() {
    given(Shop.catalog());
    given(Shop.placed(1, 100));

    page(1); // from now on the names of types and metadata are known

    List<String> one = statements.of(() -> page(1));
    List<String> hundred = statements.of(() -> page(100));

    assertThat(hundred).hasSameSizeAs(one).hasSize(10);
  }

  @Test
  void orders_of_many_customers_are_read_at_once() {
    given(Shop.placed(1, 10));
    String query =
        "{ customers(first: %d) { edges { node { orders(first: 2) { edges { node { id } } } } } }"
            + " }";

    assertThat(statements.of(() -> read(query.formatted(10)))).hasSize(2);

    JsonNode customers = read(query.formatted(10)).at("/customers/edges");
    assertThat(customers.valueStream().map(c -> c.at("/node/orders/edges/0/node/id").asString()))
        .hasSize(10)
        .doesNotHaveDuplicates()
        .contains(order(1).value(), order(10).value());
  }

  @Test
  void a_failed_order_names_the_code_and_what_is_left() {
    given(OrderEvents.started(1), OrderEvents.failed(1));

    JsonNode failure =
        read("{ order(id: \"%s\") { failure { code productId available } } }".formatted(order(1)))
            .at("/order/failure");

    assertThat(failure.get("code").asString()).isEqualTo("OUT_OF_STOCK");
    assertThat(failure.get("productId").asString()).isEqualTo(product(1).value());
    assertThat(failure.get("available").asInt()).isEqualTo(1);
  }

  @Test
  void orders_are_found_by_customer_status_number_and_time() {
    given(Shop.placed(1, 3));
    given(OrderEvents.confirmed(2));

    assertThat(found("customerId: \"%s\"".formatted(customer(3)))).containsExactly(id(3));
    assertThat(found("status: CONFIRMED")).containsExactly(id(2));
    assertThat(found("orderNumber: \"%s\"".formatted(OrderEvents.number(1))))
        .containsExactly(id(1));
    assertThat(found("createdFrom: \"2026-03-01T09:02:00Z\"")).containsExactly(id(3), id(2));
    assertThat(found("createdBefore: \"2026-03-01T09:02:00Z\"")).containsExactly(id(1));
    assertThat(found("status: CONFIRMED, orderNumber: \"nobody's\"")).isEmpty();
  }

  @Test
  void an_id_that_is_none_is_refused() {
    assertThat(refusal("{ order(id: \"17\") { id } }")).isEqualTo("INVALID_ID");
  }

  private void page(int first) {
    JsonNode answer = answer(PAGE, Map.of("first", first));
    assertThat(answer.get("errors")).as("%s", answer).isNull();
    assertThat(answer.at("/data/orders/edges").size()).isEqualTo(first);
    assertThat(answer.at("/data/orders/edges/0/node/history").size()).isEqualTo(2);
    assertThat(answer.at("/data/orders/edges/0/node/lines/0/product/category/name").asString())
        .isEqualTo("Tea");
  }

  private List<String> found(String filter) {
    return read("{ orders(filter: {%s}) { edges { node { id } } } }".formatted(filter))
        .at("/orders/edges")
        .valueStream()
        .map(edge -> edge.at("/node/id").asString())
        .toList();
  }

  private static String id(int number) {
    return order(number).value();
  }
}
