package io.daybook.app.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// What staff do to the hold of an order, and what is left of it when the order is over.
class StockOfPlacedOrderTest extends ShopCase {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /// Seconds in which an order is placed. Where it takes longer, it is placed on stock that is free.
  private static final int LONG_ENOUGH = 5;

  record Stock(int onHand, int reserved, int available) {}

  @Test
  void a_cancelled_order_holds_nothing_after_staff_released_a_part() throws Exception {
    String product = product(10);
    String order = placed(product, 5);
    released(product, 2, order);
    assertThat(stock(product)).isEqualTo(new Stock(10, 3, 7));

    done("POST", "/api/v1/orders/" + order + "/cancel", "{\"reason\":\"changed my mind\"}");

    await().atMost(PATIENCE).until(() -> stock(product).equals(new Stock(10, 0, 10)));
  }

  @Test
  void a_shipped_order_leaves_the_shelf_after_staff_released_a_part() throws Exception {
    String product = product(10);
    String order = placed(product, 5);
    released(product, 2, order);

    ship(order);

    await().atMost(PATIENCE).until(() -> stock(product).equals(new Stock(5, 0, 5)));
  }

  @Test
  void a_release_that_names_no_order_takes_nothing_from_a_placed_one() throws Exception {
    String product = product(10);
    placed(product, 5);

    HttpResponse<String> refused = release(product, 2, "");

    assertThat(refused.statusCode()).as(refused.body()).isEqualTo(422);
    JsonNode problem = JSON.readTree(refused.body());
    assertThat(problem.path("code").asString()).isEqualTo("QUANTITY_EXCEEDS_RESERVED");
    assertThat(problem.path("fields").valueStream().map(field -> field.path("field").asString()))
        .containsExactly("quantity", "orderId");
    assertThat(stock(product)).isEqualTo(new Stock(10, 5, 5));
  }

  @Test
  void what_was_reserved_for_an_order_before_does_not_end_under_it() throws Exception {
    String product = product(10);
    String order = fresh("ord_");
    done(
        "POST",
        "/api/v1/inventory/" + product + "/reservations",
        "{\"quantity\":5,\"orderId\":\"%s\",\"expiresAt\":\"%s\"}"
            .formatted(order, Instant.now().plusSeconds(LONG_ENOUGH)));
    await().atMost(PATIENCE).until(() -> agenda(order) == 1);
    placed(product, 5, order);

    await().atMost(PATIENCE).until(() -> agenda(order) == 0);

    assertThat(stock(product)).isEqualTo(new Stock(10, 5, 5));
  }

  /// How many holds of the order are still waited for.
  private long agenda(String order) {
    return database
        .sql("SELECT count(*) FROM process.agenda WHERE task_instance LIKE '%' || :order")
        .param("order", order)
        .query(Long.class)
        .single();
  }

  private String placed(String product, int quantity) throws Exception {
    String order = fresh("ord_");
    placed(product, quantity, order);
    return order;
  }

  private void placed(String product, int quantity, String order) throws Exception {
    Buyer buyer = buyer();
    fill(buyer, product, quantity);
    HttpResponse<String> answer = order(buyer, order, "sandbox:approve", 60);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
  }

  private void ship(String order) throws Exception {
    done("POST", "/api/v1/orders/" + order + "/confirm", "");
    done(
        "POST",
        "/api/v1/orders/" + order + "/ship",
        "{\"trackingNumber\":\"1Z999\",\"carrier\":\"UPS\"}");
  }

  private void released(String product, int quantity, String order) throws Exception {
    HttpResponse<String> answer =
        release(product, quantity, ",\"orderId\":\"%s\"".formatted(order));
    assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
  }

  private HttpResponse<String> release(String product, int quantity, String order)
      throws Exception {
    return send(
        "POST",
        "/api/v1/inventory/" + product + "/releases",
        "{\"quantity\":%d,\"reason\":\"damaged\"%s}".formatted(quantity, order));
  }

  private Stock stock(String product) throws Exception {
    JsonNode stock =
        read("{ stock(productId: \"" + product + "\") { onHand reserved available } }")
            .path("stock");
    return new Stock(
        stock.path("onHand").asInt(),
        stock.path("reserved").asInt(),
        stock.path("available").asInt());
  }
}
