package io.daybook.app.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// What the earlier program has answered and promised binds today's.
class EarlierRequestsTest extends EarlierStoreCase {

  @Test
  void a_request_that_was_answered_gets_the_same_answer() throws Exception {
    String made =
        database
            .sql("SELECT category_id FROM projection.categories WHERE name = 'Generated'")
            .query(String.class)
            .single();
    String position =
        database
            .sql("SELECT position FROM event_store.idempotency WHERE key = 'generated'")
            .query(String.class)
            .single();

    HttpResponse<String> again = withKey("{\"name\":\"Generated\"}");

    assertThat(again.statusCode()).as(again.body()).isEqualTo(201);
    assertThat(JSON.readTree(again.body()).path("id").asString()).isEqualTo(made);
    assertThat(again.headers().firstValue("Daybook-Position")).hasValue(position);
    refused(withKey("{\"name\":\"Another\"}"), 422, "IDEMPOTENCY_KEY_REUSED");
  }

  @Test
  void an_address_of_a_customer_stays_taken_and_that_of_an_erased_one_is_free() throws Exception {
    refused(register(501, "buyer-1@example.org"), 409, "EMAIL_ALREADY_REGISTERED");
    assertThat(register(502, "buyer-102@example.org").statusCode()).isEqualTo(201);
  }

  @Test
  void a_name_of_a_category_stays_taken() throws Exception {
    refused(
        send(DEFAULT, "POST", "/api/v1/categories", "{\"name\":\"Tea\"}"),
        409,
        "CATEGORY_NAME_NOT_UNIQUE");
  }

  @Test
  void a_cart_that_is_being_ordered_is_not_ordered_twice() throws Exception {
    String body =
        """
        {"customerId":"%s","shippingAddressId":"%s","paymentMethodId":"sandbox:approve"}\
        """
            .formatted(id("cus", 23), id("adr", 23));
    refused(send(DEFAULT, "POST", "/api/v1/orders", body), 409, "CHECKOUT_IN_PROGRESS");
  }

  @Test
  void a_customer_with_an_open_order_is_not_erased() throws Exception {
    String path = "/api/v1/customers/%s/erasure".formatted(id("cus", 20));
    refused(send(DEFAULT, "POST", path, "{\"confirmation\":true}"), 409, "PENDING_ORDERS_EXIST");
  }

  @Test
  void a_cart_of_a_guest_is_merged_once() throws Exception {
    String customer = "{\"customerId\":\"%s\"}".formatted(id("cus", 33));
    refused(
        send(DEFAULT, "POST", "/api/v1/carts/%s/merge".formatted(id("crt", 202)), customer),
        404,
        "GUEST_CART_NOT_FOUND");
    done("POST", "/api/v1/carts/%s/merge".formatted(id("crt", 201)), customer);
  }

  @Test
  void a_line_that_was_taken_out_of_a_cart_can_be_put_back() throws Exception {
    String path = "/api/v1/carts/%s/items/%s/restore".formatted(id("crt", 32), id("itm", 2));
    done("POST", path, "");
    assertThat(
            read(DEFAULT, "{ cart(id: \"%s\") { lines { id } } }".formatted(id("crt", 32)))
                .at("/cart/lines")
                .valueStream()
                .map(line -> line.path("id").asString()))
        .contains(id("itm", 2));
  }

  @Test
  void a_mail_that_waits_has_the_token_that_verifies_the_address() throws Exception {
    String path = "/api/v1/admin/mail?recipient=mail-101@example.org";
    JsonNode mail = JSON.readTree(send(DEFAULT, "GET", path, "").body()).path(0);
    assertThat(mail.path("template").asString()).isEqualTo("verify-email");
    done(
        "POST",
        "/api/v1/customers/verify-email",
        "{\"verificationToken\":\"%s\"}".formatted(mail.at("/data/verificationToken").asString()));
  }

  private HttpResponse<String> register(int customer, String email) throws Exception {
    String body =
        """
        {"customerId":"%s","email":"%s","firstName":"Ada","lastName":"Lovelace","emailVerified":true}\
        """
            .formatted(id("cus", customer), email);
    return send(DEFAULT, "POST", "/api/v1/customers", body);
  }

  private HttpResponse<String> withKey(String body) throws Exception {
    return send(DEFAULT, "POST", "/api/v1/categories", body, "Idempotency-Key", "generated");
  }
}
