package io.daybook.app.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// What an order is paid with, in which parts, and what staff see where money or goods are missing.
class OrderMoneyTest extends ShopCase {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int PRICE = 1299;

  @ParameterizedTest
  @ValueSource(strings = {"/api/v1/payments", "/api/v1/payments/authorizations"})
  void an_order_that_is_paid_is_not_charged_again(String way) throws Exception {
    String order = placed(product(10), 1, "sandbox:approve");

    assertRefused(pay(way, order, 1, "EUR"), 422, "AMOUNT_EXCEEDS_OPEN");
    assertRefused(pay(way, order, 1, "USD"), 422, "CURRENCY_MISMATCH");
    ship(order);
    await().atMost(PATIENCE).until(() -> payment(order).equals("CAPTURED"));
    assertRefused(pay(way, order, PRICE, "EUR"), 422, "AMOUNT_EXCEEDS_OPEN");
    assertRefused(pay(way, fresh("ord_"), PRICE, "EUR"), 422, "ORDER_NOT_FOUND");
  }

  @Test
  void what_was_captured_in_part_by_hand_is_taken_in_full_at_shipping() throws Exception {
    String order = placed(product(10), 2, "sandbox:approve");
    done(
        "POST",
        "/api/v1/payments/" + own(order) + "/capture",
        "{\"amount\":{\"amountMinor\":500,\"currency\":\"EUR\"}}",
        "Prefer",
        "wait=30");
    assertThat(money(order).at("/captured/amountMinor").asInt()).isEqualTo(500);

    ship(order);

    await().atMost(PATIENCE).until(() -> money(order).at("/outstanding/amountMinor").asInt() == 0);
    assertThat(money(order).at("/captured/amountMinor").asInt()).isEqualTo(2 * PRICE);
  }

  @Test
  void a_capture_that_is_declined_after_the_shipment_is_shown_and_the_money_can_be_taken_otherwise()
      throws Exception {
    String order = placed(product(10), 1, "sandbox:capture-fails");

    ship(order);

    await().atMost(PATIENCE).until(() -> hasIssue("PAYMENT_MISSING", order));
    assertThat(
            read("{ payments(filter: {issue: CAPTURE_FAILED}, first: 100) { edges { node { id } } }"
                    + " }")
                .findValuesAsString("id"))
        .contains(own(order));
    HttpResponse<String> again =
        send("POST", "/api/v1/payments/" + own(order) + "/capture", "", "Prefer", "wait=30");
    assertThat(again.statusCode()).as("tried again: " + again.body()).isEqualTo(422);
    done(
        "POST",
        "/api/v1/payments/" + own(order) + "/void",
        "{\"reason\":\"another card\"}",
        "Prefer",
        "wait=30");
    assertThat(pay("/api/v1/payments", order, PRICE, "EUR").statusCode()).isBetween(200, 202);
    await().atMost(PATIENCE).until(() -> !hasIssue("PAYMENT_MISSING", order));
    assertThat(money(order).at("/outstanding/amountMinor").asInt()).isZero();
  }

  @Test
  void all_payments_of_an_order_go_back_when_it_is_cancelled() throws Exception {
    String order = placed(product(10), 1, "sandbox:approve");
    done(
        "POST",
        "/api/v1/payments/" + own(order) + "/void",
        "{\"reason\":\"another card\"}",
        "Prefer",
        "wait=30");
    String other =
        JSON.readTree(pay("/api/v1/payments", order, PRICE, "EUR").body()).path("id").asString();

    done("POST", "/api/v1/orders/" + order + "/cancel", "{\"reason\":\"changed my mind\"}");

    await().atMost(PATIENCE).until(() -> status("payment", other).equals("REFUNDED"));
  }

  @Test
  void pieces_that_were_sent_though_others_had_bought_them_are_shown() throws Exception {
    String product = product(5);
    String first = placed(product, 5, "sandbox:approve");
    done(
        "POST",
        "/api/v1/inventory/" + product + "/releases",
        "{\"quantity\":2,\"reason\":\"damaged\",\"orderId\":\"%s\"}".formatted(first));
    ship(placed(product, 2, "sandbox:approve"));
    await().atMost(PATIENCE).until(() -> available(product) == 0);

    ship(first);

    await().atMost(PATIENCE).until(() -> hasIssue("SHIPPED_SHORT", first));
    done("POST", "/api/v1/orders/" + first + "/issues/SHIPPED_SHORT/resolve", "");
    assertThat(hasIssue("SHIPPED_SHORT", first)).isFalse();
  }

  private String placed(String product, int quantity, String method) throws Exception {
    Buyer buyer = buyer();
    fill(buyer, product, quantity);
    String order = fresh("ord_");
    HttpResponse<String> answer = order(buyer, order, method, 60);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return order;
  }

  private void ship(String order) throws Exception {
    done("POST", "/api/v1/orders/" + order + "/confirm", "");
    done(
        "POST",
        "/api/v1/orders/" + order + "/ship",
        "{\"trackingNumber\":\"1Z999\",\"carrier\":\"UPS\"}");
  }

  private HttpResponse<String> pay(String way, String order, int minor, String currency)
      throws Exception {
    return send(
        "POST",
        way,
        """
        {"orderId":"%s","paymentMethodId":"sandbox:approve",
         "amount":{"amountMinor":%d,"currency":"%s"}}\
        """
            .formatted(order, minor, currency),
        "Prefer",
        "wait=30");
  }

  private static void assertRefused(HttpResponse<String> answer, int status, String code) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(JSON.readTree(answer.body()).path("code").asString()).isEqualTo(code);
  }

  private static String own(String order) {
    return order.replace("ord_", "pay_");
  }

  private String payment(String order) throws Exception {
    return status("payment", own(order));
  }

  private String status(String entity, String id) throws Exception {
    return read("{ found: %s(id: \"%s\") { status } }".formatted(entity, id))
        .at("/found/status")
        .asString("");
  }

  private JsonNode money(String order) throws Exception {
    return read("""
    { order(id: "%s") { captured { amountMinor } outstanding { amountMinor } } }\
    """
            .formatted(order))
        .path("order");
  }

  private boolean hasIssue(String issue, String order) throws Exception {
    return read("{ orders(filter: {issue: %s}, first: 100) { edges { node { id } } } }"
            .formatted(issue))
        .findValuesAsString("id")
        .contains(order);
  }
}
