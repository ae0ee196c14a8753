package io.daybook.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.kernel.id.CategoryId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class CommandApiTest extends CommandApiCase {

  @Test
  void a_create_answers_with_its_id_and_its_position() {
    MvcTestResult created = post("/categories", category(fresh("Tea ")));

    assertThat(created).hasStatus(201);
    assertThat(id(created)).startsWith("cat_");
    assertThat(Long.parseLong(created.getResponse().getHeader("Daybook-Position"))).isPositive();
  }

  @Test
  void a_caller_may_bring_the_id_and_repeat_the_request() {
    String id = fresh("cat_");
    String body = "{\"categoryId\":\"%s\",\"name\":\"%s\"}".formatted(id, fresh("Tea "));

    assertThat(post("/categories", body)).hasStatus(201);
    MvcTestResult repeated = post("/categories", body);

    assertThat(repeated).hasStatus(200);
    assertThat(id(repeated)).isEqualTo(id);
    assertThat(eventsOf(new CategoryId(id))).hasSize(1);
  }

  @Test
  void the_same_id_with_another_body_is_a_conflict() {
    String id = fresh("cat_");
    post("/categories", "{\"categoryId\":\"%s\",\"name\":\"%s\"}".formatted(id, fresh("A ")));

    MvcTestResult other =
        post("/categories", "{\"categoryId\":\"%s\",\"name\":\"%s\"}".formatted(id, fresh("B ")));

    assertThat(other).hasStatus(409).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
    assertThat(code(other)).isEqualTo("CATEGORY_ID_TAKEN");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "not json                                  | MALFORMED_REQUEST | body",
        "{\"name\":\"Te\\u0000a\"}                  | INVALID_TEXT      | name",
        "[]                                        | MALFORMED_REQUEST | body",
        "{\"name\":\"a\",\"name\":\"b\"}           | MALFORMED_REQUEST | body",
        "{\"nmae\":\"Tea\"}                        | MALFORMED_REQUEST | nmae",
        "{\"name\":\"Tea\",\"colour\":\"green\"}   | MALFORMED_REQUEST | colour",
        "{\"name\":{\"en\":\"Tea\"}}               | MALFORMED_REQUEST | name",
        "{\"name\":\"Tea\",\"categoryId\":\"x\"}   | INVALID_ID        | categoryId",
      })
  void what_is_malformed_is_refused_by_name(String body, String code, String field) {
    MvcTestResult refused = post("/categories", body);

    assertThat(refused).hasStatus(400);
    assertThat(code(refused)).isEqualTo(code);
    assertThat(json(refused).path("fields").path(0).path("field").asString()).isEqualTo(field);
    assertThat(json(refused).path("fields").path(0).path("rule").asString()).isNotBlank();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"amountMinor\":12.5,\"currency\":\"EUR\"} | price.amountMinor",
        "{\"amountMinor\":\"12\",\"currency\":\"EUR\"} | price.amountMinor",
        "{\"amountMinor\":12,\"currency\":\"EURO\"} | price.currency",
        "{\"amountMinor\":99999999999999999999,\"currency\":\"EUR\"} | price.amountMinor",
        "{\"currency\":\"EUR\"} | price.amountMinor",
      })
  void an_amount_is_a_whole_number_of_minor_units_of_a_known_currency(String price, String field) {
    String body =
        "{\"name\":\"Tea\",\"categoryId\":\"%s\",\"price\":%s}".formatted(fresh("cat_"), price);

    MvcTestResult refused = post("/products", body);

    assertThat(refused).hasStatus(400);
    assertThat(json(refused).path("fields").path(0).path("field").asString()).isEqualTo(field);
  }

  @Test
  void a_rule_that_is_broken_answers_422() {
    MvcTestResult refused =
        post(
            "/categories",
            "{\"name\":\"%s\",\"parentCategoryId\":\"%s\"}".formatted(fresh("T "), fresh("cat_")));

    assertThat(refused).hasStatus(422);
    assertThat(code(refused)).isEqualTo("PARENT_NOT_FOUND");
  }

  @Test
  void a_price_that_no_sum_could_hold_answers_422() {
    String category = id(post("/categories", category(fresh("T "))));

    MvcTestResult refused =
        post("/products", product(category).replace(":12,", ":9000000000000000000,"));

    assertThat(refused).hasStatus(422);
    assertThat(code(refused)).isEqualTo("INVALID_PRICE");
    assertThat(json(refused).path("fields").path(0).path("field").asString()).isEqualTo("price");
  }

  @Test
  void what_does_not_exist_answers_404() {
    assertThat(post("/orders/" + fresh("ord_") + "/confirm", "")).hasStatus(404);
    assertThat(code(post("/orders/" + fresh("ord_") + "/confirm", "")))
        .isEqualTo("ORDER_NOT_FOUND");
    assertThat(code(post("/products/" + fresh("prd_") + "/activate", "")))
        .isEqualTo("PRODUCT_NOT_FOUND");
    assertThat(code(post("/payments/" + fresh("pay_") + "/void", "{\"reason\":\"x\"}")))
        .isEqualTo("PAYMENT_NOT_FOUND");
  }

  @Test
  void another_tenant_s_entity_does_not_exist() {
    String id = id(post("/products", product(id(post("/categories", category(fresh("T ")))))));

    MvcTestResult foreign = post("/products/" + id + "/activate", "", "Daybook-Tenant", "other");

    assertThat(foreign).hasStatus(404);
    assertThat(post("/products/" + id + "/activate", "")).hasStatus(200);
  }

  @Test
  void the_same_id_can_live_in_two_tenants() {
    String body = "{\"categoryId\":\"%s\",\"name\":\"%s\"}".formatted(fresh("cat_"), fresh("Tea "));

    assertThat(post("/categories", body)).hasStatus(201);
    assertThat(post("/categories", body, "Daybook-Tenant", "other")).hasStatus(201);
  }

  @Test
  void an_id_in_the_body_must_be_that_of_the_path() {
    MvcTestResult refused =
        post(
            "/products/" + fresh("prd_") + "/activate",
            "{\"productId\":\"" + fresh("prd_") + "\"}");

    assertThat(refused).hasStatus(400);
    assertThat(code(refused)).isEqualTo("MALFORMED_REQUEST");
  }

  @ParameterizedTest
  @CsvSource({
    "Daybook-Tenant, Not A Tenant, INVALID_TENANT",
    "Daybook-Actor, boss, INVALID_ACTOR",
    "Daybook-Actor, process:order-placement, INVALID_ACTOR",
    "Daybook-Effective-At, yesterday, MALFORMED_REQUEST",
    "Prefer, wait=forever, MALFORMED_REQUEST",
    "Prefer, wait=61, MALFORMED_REQUEST"
  })
  void a_header_that_is_malformed_is_refused(String header, String value, String code) {
    MvcTestResult refused =
        header.equals("Daybook-Actor")
            ? sendAs(value, "/categories", category(fresh("T ")))
            : post("/categories", category(fresh("T ")), header, value);

    assertThat(refused).hasStatus(400);
    assertThat(code(refused)).isEqualTo(code);
  }

  @Test
  void only_staff_date_a_request_back() {
    MvcTestResult refused =
        sendAs(
            "customer:cus_1",
            "/categories",
            category(fresh("T ")),
            "Daybook-Effective-At",
            "1996-07-04T00:00:00Z");

    assertThat(refused).hasStatus(403);
    assertThat(code(refused)).isEqualTo("STAFF_ONLY");
  }

  @Test
  void a_back_dated_event_has_that_date_in_its_payload() {
    MvcTestResult created =
        post("/categories", category(fresh("T ")), "Daybook-Effective-At", "1996-07-04T00:00:00Z");

    assertThat(eventsOf(new CategoryId(id(created))).toString()).contains("1996-07-04T00:00:00Z");
  }

  @Test
  void a_body_of_more_than_a_mebibyte_is_refused() {
    assertThat(post("/categories", category("x".repeat(1 << 20)))).hasStatus(400);
  }

  private static String product(String category) {
    return "{\"name\":\"Tea\",\"categoryId\":\"%s\",\"price\":{\"amountMinor\":12,\"currency\":\"EUR\"}}"
        .formatted(category);
  }
}
