package io.daybook.app.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Orders whose placement, shipment or cancellation was under way when the earlier program was killed.
class EarlierPlacementsTest extends EarlierStoreCase {

  @Test
  void one_whose_payment_no_gateway_was_asked_for_is_placed() {
    awaitOrder(DEFAULT, 16, "PENDING");
    awaitPayment(DEFAULT, 16, "AUTHORIZED");
  }

  @Test
  void one_that_got_a_part_of_its_stock_gives_it_back() {
    awaitOrder(DEFAULT, 17, "FAILED");
    await(() -> movements(DEFAULT, 17), List.of("InventoryReserved 2", "InventoryReleased 2"));
  }

  @Test
  void one_that_was_cancelled_before_the_gateway_was_asked_to_capture_is_refunded()
      throws Exception {
    awaitPayment(DEFAULT, 14, "REFUNDED");
    assertThat(payment(DEFAULT, 14).at("/refunded/amountMinor").asInt()).isEqualTo(2598);
    givenBack(14);
  }

  @Test
  void one_that_was_cancelled_while_a_capture_was_unknown_is_voided_when_it_never_arrived()
      throws Exception {
    assertThat(payment(DEFAULT, 15).path("status").asString()).isEqualTo("UNKNOWN");
    pay(15, "resolve", "");
    awaitPayment(DEFAULT, 15, "VOIDED");
    givenBack(15);
  }

  @Test
  void one_whose_payment_is_found_with_the_gateway_is_placed() throws Exception {
    waits(8, "UNKNOWN");
    pay(8, "resolve", "");
    awaitOrder(DEFAULT, 8, "PENDING");
  }

  @Test
  void one_whose_payment_staff_know_of_is_placed() throws Exception {
    waits(9, "UNKNOWN");
    pay(9, "resolve", "{\"approved\":true,\"reference\":\"by telephone\"}");
    awaitOrder(DEFAULT, 9, "PENDING");
  }

  @Test
  void one_whose_payment_is_found_declined_fails() throws Exception {
    waits(21, "UNKNOWN");
    pay(21, "resolve", "");
    pay(21, "resolve", "");
    awaitOrder(DEFAULT, 21, "FAILED");
    givenBack(21);
  }

  @Test
  void one_whose_customer_approves_on_the_page_of_before_is_placed() throws Exception {
    waits(10, "REDIRECTED");
    comeBackFrom(payment(DEFAULT, 10).path("redirectUrl").asString(), "approve");
    awaitOrder(DEFAULT, 10, "PENDING");
  }

  @Test
  void one_whose_customer_cancels_on_the_page_of_before_fails() throws Exception {
    waits(12, "REDIRECTED");
    comeBackFrom(payment(DEFAULT, 12).path("redirectUrl").asString(), "cancel");
    awaitOrder(DEFAULT, 12, "FAILED");
    givenBack(12);
  }

  @Test
  void one_whose_customer_was_not_sent_to_the_page_yet_is_sent_there_now() throws Exception {
    waits(11, "REQUESTED");
    JsonNode begun =
        done(
            "POST",
            "/api/v1/payments/paypal",
            """
            {"orderId":"%s","amount":{"amountMinor":2598,"currency":"EUR"},
             "returnUrl":"http://localhost:1/thanks","cancelUrl":"http://localhost:1/basket"}\
            """
                .formatted(id("ord", 11)));
    comeBackFrom(begun.path("redirectUrl").asString(), "approve");
    awaitOrder(DEFAULT, 11, "PENDING");
  }

  @Test
  void a_confirmed_order_is_shipped_and_paid() throws Exception {
    ship(1);
    awaitPayment(DEFAULT, 1, "CAPTURED");
    await(() -> movements(DEFAULT, 1), List.of("InventoryReserved 2", "InventoryDeducted 2"));
  }

  @Test
  void a_placed_order_of_two_things_is_shipped_and_paid() throws Exception {
    order(19, "confirm", "");
    ship(19);
    awaitPayment(DEFAULT, 19, "CAPTURED");
    await(
        () -> movements(DEFAULT, 19).subList(2, 4).stream().sorted().toList(),
        List.of("InventoryDeducted 1", "InventoryDeducted 3"));
  }

  @Test
  void a_placed_order_that_is_cancelled_holds_no_stock_and_no_money() throws Exception {
    cancel(2);
    awaitPayment(DEFAULT, 2, "VOIDED");
    givenBack(2);
  }

  @Test
  void a_placed_order_that_was_paid_already_is_refunded_when_it_is_cancelled() throws Exception {
    cancel(13);
    awaitPayment(DEFAULT, 13, "REFUNDED");
    givenBack(13);
  }

  @Test
  void a_shipped_order_is_delivered() throws Exception {
    order(3, "deliver", "");
    awaitOrder(DEFAULT, 3, "DELIVERED");
  }

  private void waits(int number, String payment) throws Exception {
    assertThat(order(DEFAULT, number).path("status").asString()).isEqualTo("PLACING");
    assertThat(payment(DEFAULT, number).path("status").asString()).isEqualTo(payment);
  }

  private void givenBack(int number) {
    await(() -> movements(DEFAULT, number), List.of("InventoryReserved 2", "InventoryReleased 2"));
  }

  private void pay(int number, String step, String body) throws Exception {
    HttpResponse<String> answer =
        send(DEFAULT, "POST", "/api/v1/payments/%s/%s".formatted(id("pay", number), step), body);
    assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 202);
  }

  private void order(int number, String step, String body) throws Exception {
    done("POST", "/api/v1/orders/%s/%s".formatted(id("ord", number), step), body);
  }

  private void ship(int number) throws Exception {
    order(number, "ship", "{\"trackingNumber\":\"1Z%d\",\"carrier\":\"UPS\"}".formatted(number));
  }

  private void cancel(int number) throws Exception {
    order(number, "cancel", "{\"reason\":\"changed my mind\"}");
  }

  private void comeBackFrom(String page, String decision) throws Exception {
    String decided =
        send(DEFAULT, "POST", withoutHost(page) + "/" + decision, "")
            .headers()
            .firstValue("Location")
            .orElseThrow();
    assertThat(send(DEFAULT, "GET", withoutHost(decided), "").statusCode()).isEqualTo(303);
  }

  /// The earlier program had another port.
  private static String withoutHost(String url) {
    return url.replaceFirst("^https?://[^/]+", "");
  }
}
