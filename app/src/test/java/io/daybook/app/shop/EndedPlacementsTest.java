package io.daybook.app.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// A customer who gives up while the placement waits at PayPal.
class EndedPlacementsTest extends ShopCase {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Test
  void a_customer_ends_the_own_attempt_and_orders_the_last_piece_again_at_once() throws Exception {
    String product = product(1);
    Buyer buyer = buyer();
    fill(buyer, product, 1);
    String attempt = fresh("ord_");
    assertThat(order(buyer, attempt, "sandbox:paypal", 0).statusCode()).isEqualTo(202);
    redirected(attempt);

    JsonNode ended =
        done("POST", "/api/v1/orders/" + attempt + "/cancel", "{\"reason\":\"another card\"}");

    assertThat(ended.path("status").asString()).isEqualTo("FAILED");
    HttpResponse<String> again = order(buyer, fresh("ord_"), "sandbox:approve", 60);
    assertThat(again.statusCode()).as(again.body()).isEqualTo(201);
    await().atMost(PATIENCE).until(() -> payment(attempt).equals("VOIDED") || isGivenUp(attempt));
  }

  @Test
  void an_approval_after_the_end_is_given_back() throws Exception {
    String product = product(1);
    Buyer buyer = buyer();
    fill(buyer, product, 1);
    String attempt = fresh("ord_");
    order(buyer, attempt, "sandbox:paypal", 0);
    String page = redirected(attempt);
    done("POST", "/api/v1/orders/" + attempt + "/cancel", "{\"reason\":\"another card\"}");

    String back =
        send("POST", page + "/approve", "").headers().firstValue("Location").orElseThrow();
    send("GET", back.replaceFirst("^https?://[^/]+", ""), "");

    await().atMost(PATIENCE).until(() -> payment(attempt).equals("VOIDED"));
    assertThat(status(attempt)).isEqualTo("FAILED");
  }

  /// The customer went back in the browser, and has decided nothing on PayPal's page.
  @Test
  void the_cancel_page_answers_quickly_and_ends_the_attempt() throws Exception {
    String product = product(1);
    Buyer buyer = buyer();
    fill(buyer, product, 1);
    String attempt = fresh("ord_");
    order(buyer, attempt, "sandbox:paypal", 0);
    redirected(attempt);

    long start = System.nanoTime();
    HttpResponse<String> sentOn =
        send("GET", "/api/v1/payments/paypal/" + own(attempt) + "/cancel", "");
    Duration taken = Duration.ofNanos(System.nanoTime() - start);

    assertThat(sentOn.statusCode()).as(sentOn.body()).isEqualTo(303);
    assertThat(taken).isLessThan(Duration.ofSeconds(5));
    await().atMost(PATIENCE).until(() -> status(attempt).equals("FAILED"));
    await().atMost(PATIENCE).until(() -> available(product) == 1);
  }

  private String redirected(String order) throws Exception {
    await().atMost(PATIENCE).until(() -> !payment(order).isEmpty());
    return done(
            "POST",
            "/api/v1/payments/paypal",
            """
            {"orderId":"%s","amount":{"amountMinor":1299,"currency":"EUR"},
             "returnUrl":"http://localhost:1/thanks","cancelUrl":"http://localhost:1/basket"}\
            """
                .formatted(order))
        .path("redirectUrl")
        .asString()
        .replaceFirst("^https?://[^/]+", "");
  }

  /// The customer may still approve on PayPal's page; then it is voided at once.
  private boolean isGivenUp(String order) throws Exception {
    return read("{ payment(id: \"%s\") { operations { type } } }".formatted(own(order)))
        .findValuesAsString("type")
        .contains("payment.PaymentVoidRequested");
  }

  private static String own(String order) {
    return order.replace("ord_", "pay_");
  }

  private String payment(String order) throws Exception {
    return read("{ payment(id: \"%s\") { status } }".formatted(own(order)))
        .at("/payment/status")
        .asString("");
  }
}
