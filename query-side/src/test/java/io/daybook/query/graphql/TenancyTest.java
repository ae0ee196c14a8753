package io.daybook.query.graphql;

import static io.daybook.query.testing.Known.cart;
import static io.daybook.query.testing.Known.category;
import static io.daybook.query.testing.Known.customer;
import static io.daybook.query.testing.Known.order;
import static io.daybook.query.testing.Known.product;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.kernel.id.PaymentId;
import io.daybook.query.testing.ReadTest;
import io.daybook.query.testing.Shop;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TenancyTest extends ReadTest {
  private static final String EVERYTHING =
      """
      { customer(id: "%s") { id } category(id: "%s") { id } product(id: "%s") { id }
        stock(productId: "%s") { id } cart(id: "%s") { id } order(id: "%s") { id }
        payment(id: "%s") { id } }
      """
          .formatted(
              customer(1),
              category(1),
              product(1),
              product(1),
              cart(1),
              order(1),
              PaymentId.of(order(1)));
  private static final String LISTS =
      """
      { customers { edges { cursor } } categories { edges { cursor } }
        products { edges { cursor } } stocks { edges { cursor } } carts { edges { cursor } }
        orders { edges { cursor } } payments { edges { cursor } } }
      """;

  @Test
  void another_tenants_entities_do_not_exist() {
    given(Shop.everything(1));

    assertThat(read(EVERYTHING).properties()).allMatch(entry -> !entry.getValue().isNull());
    assertThat(of("other", EVERYTHING).properties()).allMatch(entry -> entry.getValue().isNull());
  }

  @Test
  void another_tenants_lists_are_empty() {
    given(Shop.everything(1));

    assertThat(read(LISTS).properties())
        .allMatch(entry -> !entry.getValue().get("edges").isEmpty());
    assertThat(of("other", LISTS).properties())
        .hasSize(7)
        .allMatch(entry -> entry.getValue().get("edges").isEmpty());
  }

  @Test
  void a_tenant_that_is_none_is_refused() {
    HttpResponse<String> answer = post(LISTS, Map.of(), Map.of("Daybook-Tenant", "No Tenant"));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(code(answer)).isEqualTo("INVALID_TENANT");
  }

  @Test
  void without_a_header_it_is_the_default_tenant() {
    String body = "{\"query\":\"{ orders { edges { cursor } } }\"}";
    HttpRequest request =
        HttpRequest.newBuilder(uri("/graphql"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();

    assertThat(send(request).body()).isEqualTo("{\"data\":{\"orders\":{\"edges\":[]}}}");
  }

  private JsonNode of(String other, String query) {
    String body = post(query, Map.of(), Map.of("Daybook-Tenant", other)).body();
    return JsonMapper.shared().readTree(body).get("data");
  }
}
