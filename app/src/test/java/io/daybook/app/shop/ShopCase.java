package io.daybook.app.shop;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.app.RunningProgramTest;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// Customers, products and carts, set up through the public API.
abstract class ShopCase extends RunningProgramTest {
  @Autowired protected JdbcClient database;

  static String fresh(String prefix) {
    return prefix + UUID.randomUUID();
  }

  record Buyer(String customer, String address) {
    String cart() {
      return customer.replace("cus_", "crt_");
    }
  }

  Buyer buyer() throws IOException, InterruptedException {
    String customer = fresh("cus_");
    String address = fresh("adr_");
    done(
        "POST",
        "/api/v1/customers",
        """
        {"customerId":"%s","email":"%s@example.org","firstName":"Ada","lastName":"Lovelace",
         "emailVerified":true}\
        """
            .formatted(customer, customer));
    done(
        "POST",
        "/api/v1/customers/" + customer + "/addresses",
        """
        {"addressId":"%s","recipientName":"Ada Lovelace","street":"Obere Str. 57","city":"Berlin",
         "postalCode":"12209","country":"DE"}\
        """
            .formatted(address));
    return new Buyer(customer, address);
  }

  String product(int stock) throws IOException, InterruptedException {
    String category = fresh("cat_");
    String product = fresh("prd_");
    done(
        "POST",
        "/api/v1/categories",
        "{\"categoryId\":\"%s\",\"name\":\"%s\"}".formatted(category, category));
    done(
        "POST",
        "/api/v1/products",
        """
        {"productId":"%s","name":"Tea","categoryId":"%s",
         "price":{"amountMinor":1299,"currency":"EUR"}}\
        """
            .formatted(product, category));
    done("POST", "/api/v1/products/" + product + "/activate", "");
    done(
        "PUT",
        "/api/v1/inventory/" + product,
        "{\"quantity\":%d,\"reason\":\"counted\"}".formatted(stock));
    return product;
  }

  void fill(Buyer buyer, String product, int quantity) throws IOException, InterruptedException {
    done(
        "POST",
        "/api/v1/carts/" + buyer.cart() + "/items",
        "{\"customerId\":\"%s\",\"productId\":\"%s\",\"quantity\":%d}"
            .formatted(buyer.customer(), product, quantity));
  }

  HttpResponse<String> order(Buyer buyer, String order, String method, int patience)
      throws IOException, InterruptedException {
    return send(
        "POST",
        "/api/v1/orders",
        """
        {"orderId":"%s","customerId":"%s","shippingAddressId":"%s","paymentMethodId":"%s"}\
        """
            .formatted(order, buyer.customer(), buyer.address(), method),
        "Prefer",
        "wait=" + patience);
  }

  JsonNode read(String query) throws IOException, InterruptedException {
    String body = JSON.writeValueAsString(java.util.Map.of("query", query));
    String head =
        database.sql("SELECT position FROM event_store.head").query(Long.class).single().toString();
    JsonNode answer =
        JSON.readTree(send("POST", "/graphql", body, "Daybook-At-Least", head).body());
    assertThat(answer.path("errors").isMissingNode()).as(answer.toString()).isTrue();
    return answer.path("data");
  }

  int available(String product) throws IOException, InterruptedException {
    return read("{ stock(productId: \"" + product + "\") { available } }")
        .at("/stock/available")
        .asInt();
  }

  String status(String order) throws IOException, InterruptedException {
    return get("/api/v1/orders/" + order).path("status").asString();
  }

  JsonNode done(String method, String path, String body, String... headers)
      throws IOException, InterruptedException {
    HttpResponse<String> answer = send(method, path, body, headers);
    assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
    return JSON.readTree(answer.body());
  }

  /// How often money is held or on its way for an order of the product that does not stand.
  long openAuthorizations(String product) {
    return database
        .sql(
            """
            SELECT count(DISTINCT p.payment_id) FROM projection.payments p
              JOIN projection.orders o ON o.tenant_id = p.tenant_id AND o.order_id = p.order_id
              JOIN projection.order_lines l ON l.tenant_id = o.tenant_id AND l.order_id = o.order_id
             WHERE l.product_id = :product
               AND o.status = 'FAILED' AND p.status NOT IN ('VOIDED', 'DECLINED', 'FAILED')\
            """)
        .param("product", product)
        .query(Long.class)
        .single();
  }
}
