package io.daybook.app.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class PlacementTest extends ShopCase {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Test
  void an_order_is_placed_confirmed_shipped_and_delivered() throws Exception {
    String product = product(10);
    Buyer buyer = buyer();
    fill(buyer, product, 3);
    String order = fresh("ord_");

    HttpResponse<String> placed = order(buyer, order, "sandbox:approve", 60);

    assertThat(placed.statusCode()).as(placed.body()).isEqualTo(201);
    assertThat(available(product)).isEqualTo(7);
    done("POST", "/api/v1/orders/" + order + "/confirm", "");
    done(
        "POST",
        "/api/v1/orders/" + order + "/ship",
        "{\"trackingNumber\":\"1Z999\",\"carrier\":\"UPS\"}");
    done("POST", "/api/v1/orders/" + order + "/deliver", "");
    await()
        .atMost(PATIENCE)
        .until(() -> payment(order).path("status").asString().equals("CAPTURED"));
    await().atMost(PATIENCE).until(() -> onHand(product) == 7);
    JsonNode read =
        read("{ order(id: \"" + order + "\") { status orderNumber timeline { type } } }")
            .path("order");
    assertThat(read.path("status").asString()).isEqualTo("DELIVERED");
    assertThat(read.path("orderNumber").asString())
        .isEqualTo(JSON.readTree(placed.body()).path("orderNumber").asString());
    assertThat(cartLines(buyer)).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"sandbox:decline-soft", "sandbox:decline-hard", "sandbox:error"})
  void a_payment_that_is_not_approved_gives_the_stock_back(String method) throws Exception {
    String product = product(10);
    Buyer buyer = buyer();
    fill(buyer, product, 3);

    HttpResponse<String> refused = order(buyer, fresh("ord_"), method, 60);

    assertThat(refused.statusCode()).as(refused.body()).isEqualTo(422);
    assertThat(JSON.readTree(refused.body()).path("code").asString()).isEqualTo("PAYMENT_FAILED");
    assertThat(JSON.readTree(refused.body()).path("reason").asString()).isNotBlank();
    await().atMost(PATIENCE).until(() -> available(product) == 10);
    assertThat(openAuthorizations(product)).isZero();
    assertThat(cartLines(buyer)).isOne();
  }

  @ParameterizedTest
  @ValueSource(strings = {"sandbox:late", "sandbox:never"})
  void an_outcome_that_is_found_later_completes_the_order(String method) throws Exception {
    String product = product(10);
    Buyer buyer = buyer();
    fill(buyer, product, 1);
    String order = fresh("ord_");

    assertThat(order(buyer, order, method, 0).statusCode()).isEqualTo(202);

    await().atMost(PATIENCE).until(() -> status(order).equals("PENDING"));
    assertThat(available(product)).isEqualTo(9);
  }

  @Test
  void a_cancelled_order_gives_stock_and_money_back() throws Exception {
    String product = product(10);
    Buyer buyer = buyer();
    fill(buyer, product, 2);
    String order = fresh("ord_");
    order(buyer, order, "sandbox:approve", 60);

    done("POST", "/api/v1/orders/" + order + "/cancel", "{\"reason\":\"changed my mind\"}");

    await().atMost(PATIENCE).until(() -> payment(order).path("status").asString().equals("VOIDED"));
    await().atMost(PATIENCE).until(() -> available(product) == 10);
  }

  @Test
  void a_customer_who_approves_at_paypal_gets_the_order_even_without_coming_back()
      throws Exception {
    String product = product(10);
    Buyer buyer = buyer();
    fill(buyer, product, 1);
    String order = fresh("ord_");
    String page = redirectOf(buyer, order);

    assertThat(send("POST", page + "/approve", "").statusCode()).isEqualTo(303);

    await().atMost(PATIENCE).until(() -> status(order).equals("PENDING"));
  }

  @Test
  void a_customer_who_comes_back_from_paypal_is_sent_on_to_the_shop() throws Exception {
    String product = product(10);
    Buyer buyer = buyer();
    fill(buyer, product, 1);
    String order = fresh("ord_");
    String page = redirectOf(buyer, order);
    String back =
        send("POST", page + "/approve", "").headers().firstValue("Location").orElseThrow();

    HttpResponse<String> sentOn = send("GET", back.replaceFirst("^https?://[^/]+", ""), "");

    assertThat(sentOn.statusCode()).as(sentOn.body()).isEqualTo(303);
    assertThat(sentOn.headers().firstValue("Location").orElseThrow())
        .startsWith("http://localhost:1/thanks?")
        .contains("status=AUTHORIZED");
  }

  @Test
  void a_customer_may_approve_at_paypal_before_ordering() throws Exception {
    String product = product(10);
    Buyer buyer = buyer();
    fill(buyer, product, 1);
    String order = fresh("ord_");
    assertThat(send("POST", payPalPage(order) + "/approve", "").statusCode()).isEqualTo(303);

    assertThat(order(buyer, order, "sandbox:paypal", 0).statusCode()).isIn(201, 202);

    await().atMost(PATIENCE).until(() -> status(order).equals("PENDING"));
  }

  @Test
  void a_customer_who_cancels_at_paypal_fails_the_placement() throws Exception {
    String product = product(10);
    Buyer buyer = buyer();
    fill(buyer, product, 1);
    String order = fresh("ord_");
    String page = redirectOf(buyer, order);
    String back = send("POST", page + "/cancel", "").headers().firstValue("Location").orElseThrow();

    HttpResponse<String> sentOn = send("GET", back.replaceFirst("^https?://[^/]+", ""), "");

    assertThat(sentOn.headers().firstValue("Location").orElseThrow())
        .startsWith("http://localhost:1/basket?");
    await().atMost(PATIENCE).until(() -> status(order).equals("FAILED"));
    await().atMost(PATIENCE).until(() -> available(product) == 10);
  }

  @Test
  void two_requests_for_one_cart_make_one_order() throws Exception {
    String product = product(10);
    Buyer buyer = buyer();
    fill(buyer, product, 1);
    String waiting = fresh("ord_");
    order(buyer, waiting, "sandbox:late", 0);

    HttpResponse<String> second = order(buyer, fresh("ord_"), "sandbox:approve", 5);

    assertThat(second.statusCode()).as(second.body()).isEqualTo(409);
    assertThat(JSON.readTree(second.body()).path("code").asString())
        .isEqualTo("CHECKOUT_IN_PROGRESS");
  }

  private String redirectOf(Buyer buyer, String order) throws Exception {
    assertThat(order(buyer, order, "sandbox:paypal", 0).statusCode()).isEqualTo(202);
    await().atMost(PATIENCE).until(() -> !payment(order).isNull());
    return payPalPage(order);
  }

  /// The payment that is started is the order's own, though nobody has named it.
  private String payPalPage(String order) throws Exception {
    JsonNode initiated =
        done(
            "POST",
            "/api/v1/payments/paypal",
            """
            {"orderId":"%s","amount":{"amountMinor":1299,"currency":"EUR"},
             "returnUrl":"http://localhost:1/thanks","cancelUrl":"http://localhost:1/basket"}\
            """
                .formatted(order));
    return initiated.path("redirectUrl").asString().replaceFirst("^https?://[^/]+", "");
  }

  private JsonNode payment(String order) throws Exception {
    return read("{ payment(id: \"" + order.replace("ord_", "pay_") + "\") { status } }")
        .path("payment");
  }

  private int onHand(String product) throws Exception {
    return read("{ stock(productId: \"" + product + "\") { onHand } }").at("/stock/onHand").asInt();
  }

  private int cartLines(Buyer buyer) throws Exception {
    return read("{ cart(id: \"" + buyer.cart() + "\") { lines { quantity } } }")
        .at("/cart/lines")
        .size();
  }
}
