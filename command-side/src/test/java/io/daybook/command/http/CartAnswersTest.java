package io.daybook.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// What a caller hears of a line that is put into a cart.
class CartAnswersTest extends CommandApiCase {
  private final String product = fresh("prd_");
  private final String cart = fresh("crt_");

  @Test
  void more_of_what_is_in_the_cart_answers_with_its_line_and_how_many_there_are_now() {
    sell(6);

    MvcTestResult first = add(2);
    MvcTestResult more = add(3);
    MvcTestResult capped = add(3);

    assertThat(first).hasStatus(201);
    assertThat(id(first)).startsWith("itm_");
    assertThat(quantity(first)).isEqualTo(2);
    assertThat(id(more)).isEqualTo(id(first));
    assertThat(quantity(more)).isEqualTo(5);
    assertThat(id(capped)).isEqualTo(id(first));
    assertThat(quantity(capped)).isEqualTo(6);
  }

  @Test
  void a_repeated_request_is_answered_with_the_same_line() {
    sell(6);
    String key = fresh("key-");
    String earlier = id(add(1));

    MvcTestResult first = add(2, "Idempotency-Key", key);
    MvcTestResult repeated = add(2, "Idempotency-Key", key);

    assertThat(id(first)).isEqualTo(earlier);
    assertThat(id(repeated)).isEqualTo(earlier);
    assertThat(quantity(repeated)).isEqualTo(3);
  }

  private static int quantity(MvcTestResult result) {
    return json(result).path("quantity").asInt();
  }

  private MvcTestResult add(int quantity, String... headers) {
    return post(
        "/carts/" + cart + "/items",
        "{\"productId\":\"%s\",\"quantity\":%d}".formatted(product, quantity),
        headers);
  }

  private void sell(int pieces) {
    String category = id(post("/categories", category(fresh("T "))));
    post(
        "/products",
        "{\"productId\":\"%s\",\"name\":\"Tea\",\"categoryId\":\"%s\",\"price\":{\"amountMinor\":12,\"currency\":\"EUR\"}}"
            .formatted(product, category));
    post("/products/" + product + "/activate", "");
    send(
        HttpMethod.PUT,
        "/inventory/" + product,
        "{\"quantity\":%d,\"reason\":\"counted\"}".formatted(pieces));
  }
}
