package io.daybook.query.order;

import static io.daybook.query.testing.Known.customer;
import static io.daybook.query.testing.Known.product;
import static io.daybook.query.testing.Known.uuid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.daybook.customer.CustomerEvent.CustomerDataErased;
import io.daybook.kernel.id.PaymentId;
import io.daybook.payment.PaymentOperation;
import io.daybook.query.projection.UpdateEmitter;
import io.daybook.query.testing.Known;
import io.daybook.query.testing.OrderEvents;
import io.daybook.query.testing.PaymentEvents;
import io.daybook.query.testing.ProjectionFixture;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OrderProjectionTest {
  static final CustomerDataErased ERASED =
      new CustomerDataErased(customer(1), uuid(99), Known.at(90));
  static final List<String> PERSONAL =
      List.of("recipient_name", "street", "city", "state", "postal_code", "country");

  final ProjectionFixture projection =
      new ProjectionFixture(database -> new OrderProjection(database, new UpdateEmitter()));

  @AfterEach
  void a_replay_gives_the_same() {
    projection.assertRepeatable();
  }

  @Test
  void an_order_is_placing_at_first() {
    projection.given(OrderEvents.started(1));

    assertThat(projection.row("orders"))
        .containsEntry("order_number", OrderEvents.number(1))
        .containsEntry("status", "PLACING")
        .containsEntry("subtotal_minor", 3600L)
        .containsEntry("shipping_cost_minor", 400L)
        .containsEntry("shipping_cost_by", "staff:usr_7")
        .containsEntry("total_amount_minor", 4000L)
        .containsEntry("currency", "EUR")
        .containsEntry("street", "Obere Str. 57");
  }

  @Test
  void an_order_has_its_lines_in_their_order() {
    projection.given(OrderEvents.started(1));

    List<Map<String, Object>> lines = projection.rows("order_lines");
    assertThat(lines).extracting(line -> line.get("line_number")).containsExactly(1, 2);
    assertThat(lines.getFirst())
        .containsEntry("product_id", product(1).value())
        .containsEntry("name", "Product 1")
        .containsEntry("quantity", 2)
        .containsEntry("list_price_minor", 1200L)
        .containsEntry("unit_price_minor", 1000L)
        .containsEntry("discount_rate", new BigDecimal("0.1"))
        .containsEntry("discount_minor", 200L)
        .containsEntry("total_minor", 1800L)
        .containsEntry("terms_by", "staff:usr_7");
  }

  @Test
  void an_issue_is_open_until_it_was_seen_to_and_again_when_it_comes_back() {
    projection.given(
        OrderEvents.started(1), OrderEvents.placed(1), OrderEvents.paymentMissing(1, 4000));
    projection.given(OrderEvents.shippedShort(1), OrderEvents.paymentCame(1));

    assertThat(projection.rows("order_issues"))
        .extracting(
            issue -> issue.get("issue"),
            issue -> issue.get("amount_minor"),
            issue -> issue.get("resolved_at") == null)
        .containsExactlyInAnyOrder(
            tuple("PAYMENT_MISSING", 4000L, false), tuple("SHIPPED_SHORT", null, true));

    projection.given(OrderEvents.paymentMissing(1, 1000));

    assertThat(projection.rows("order_issues"))
        .extracting(
            issue -> issue.get("issue"),
            issue -> issue.get("amount_minor"),
            issue -> issue.get("resolved_at") == null)
        .contains(tuple("PAYMENT_MISSING", 1000L, true));
  }

  @Test
  void a_placed_order_is_pending() {
    projection.given(OrderEvents.started(1), OrderEvents.placed(1));

    assertThat(projection.row("orders"))
        .containsEntry("status", "PENDING")
        .containsEntry("payment_id", PaymentId.of(Known.order(1)).value());
  }

  @Test
  void a_failed_order_says_why() {
    projection.given(OrderEvents.started(1), OrderEvents.failed(1));

    assertThat(projection.row("orders"))
        .containsEntry("status", "FAILED")
        .containsEntry("failure_code", "OUT_OF_STOCK")
        .containsEntry("failure_reason", "Less is left than was ordered.")
        .containsEntry("failed_product_id", product(1).value())
        .containsEntry("failed_available", 1);
  }

  @Test
  void an_order_is_confirmed_by_somebody() {
    projection.given(OrderEvents.started(1), OrderEvents.placed(1), OrderEvents.confirmed(1));

    assertThat(projection.row("orders"))
        .containsEntry("status", "CONFIRMED")
        .containsEntry("confirmed_by", "staff:usr_7");
  }

  @Test
  void a_shipped_order_can_be_tracked() {
    projection.given(
        OrderEvents.started(1),
        OrderEvents.placed(1),
        OrderEvents.confirmed(1),
        OrderEvents.shipped(1));

    assertThat(projection.row("orders"))
        .containsEntry("status", "SHIPPED")
        .containsEntry("tracking_number", "1Z999")
        .containsEntry("carrier", "UPS");
  }

  @Test
  void an_order_arrives() {
    projection.given(
        OrderEvents.started(1),
        OrderEvents.placed(1),
        OrderEvents.confirmed(1),
        OrderEvents.shipped(1),
        OrderEvents.delivered(1));

    assertThat(projection.row("orders")).containsEntry("status", "DELIVERED");
    assertThat(projection.rows("order_timeline")).hasSize(5);
  }

  @Test
  void a_cancelled_order_says_why() {
    projection.given(OrderEvents.started(1), OrderEvents.placed(1), OrderEvents.cancelled(1));

    assertThat(projection.row("orders"))
        .containsEntry("status", "CANCELLED")
        .containsEntry("cancel_reason", "Changed my mind");
  }

  @Test
  void the_timeline_tells_of_the_payment_as_well() {
    projection.given(
        OrderEvents.started(1),
        PaymentEvents.requested(1, PaymentOperation.AUTHORIZE, 1),
        PaymentEvents.authorized(1),
        OrderEvents.placed(1));

    assertThat(projection.rows("order_timeline"))
        .extracting(entry -> entry.get("type"))
        .containsExactlyInAnyOrder(
            "order.OrderPlacementStarted",
            "payment.PaymentRequested",
            "payment.PaymentAuthorized",
            "order.OrderPlaced");
    assertThat(projection.rows("order_timeline"))
        .allMatch(e -> e.get("actor").equals("staff:usr_7"));
  }

  @Test
  void an_erasure_takes_the_address_and_leaves_the_books() {
    projection.given(OrderEvents.started(1), OrderEvents.placed(1), OrderEvents.started(2), ERASED);

    Map<String, Object> order = projection.rows("orders").getFirst();
    assertThat(PERSONAL).allMatch(column -> order.get(column) == null);
    assertThat(order)
        .containsEntry("customer_erased", true)
        .containsEntry("total_amount_minor", 4000L);
    assertThat(projection.rows("orders").getLast())
        .containsEntry("customer_erased", false)
        .containsEntry("city", "Berlin");
  }

  @Test
  void an_erasure_that_comes_first_holds_for_the_orders_that_come_later() {
    projection.given(ERASED, OrderEvents.started(1)).givenOf("other", OrderEvents.started(1));

    Map<String, Object> order = projection.rows("orders").getLast();
    assertThat(order).containsEntry("tenant_id", ProjectionFixture.TENANT);
    assertThat(PERSONAL).allMatch(column -> order.get(column) == null);
    assertThat(projection.rows("orders").getFirst()).containsEntry("city", "Berlin");
  }
}
