package io.daybook.app.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/// Rule 20: stock is held before anything is paid, and is never sold twice.
class LastPiecesTest extends ShopCase {
  private static final int BUYERS = 200;
  private static final int PIECES = 50;

  @Test
  void of_two_hundred_buyers_of_the_last_fifty_pieces_fifty_get_one() throws Exception {
    String product = product(PIECES);
    List<Callable<HttpResponse<String>>> purchases = new ArrayList<>();
    for (int i = 0; i < BUYERS; i++) {
      Buyer buyer = buyer();
      fill(buyer, product, 1);
      purchases.add(() -> order(buyer, fresh("ord_"), "sandbox:approve", 60));
    }

    List<HttpResponse<String>> answers = new ArrayList<>();
    try (ExecutorService crowd = Executors.newFixedThreadPool(BUYERS)) {
      for (Future<HttpResponse<String>> answer : crowd.invokeAll(purchases)) {
        answers.add(answer.get());
      }
    }

    assertThat(answers).filteredOn(answer -> answer.statusCode() == 201).hasSize(PIECES);
    assertThat(answers)
        .filteredOn(answer -> answer.statusCode() != 201)
        .hasSize(BUYERS - PIECES)
        .allSatisfy(
            answer -> {
              assertThat(answer.statusCode()).isEqualTo(422);
              assertThat(JSON.readTree(answer.body()).path("code").asString())
                  .isEqualTo("OUT_OF_STOCK");
            });
    assertThat(available(product)).isZero();
    assertThat(openAuthorizations(product)).isZero();
    assertThat(authorized(product)).isEqualTo(PIECES);
  }

  /// How many orders of the product have money held for them.
  private long authorized(String product) {
    return database
        .sql(
            """
            SELECT count(DISTINCT p.payment_id) FROM projection.payments p
              JOIN projection.order_lines l ON l.tenant_id = p.tenant_id AND l.order_id = p.order_id
             WHERE l.product_id = :product AND p.status = 'AUTHORIZED'\
            """)
        .param("product", product)
        .query(Long.class)
        .single();
  }
}
