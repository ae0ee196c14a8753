package io.daybook.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;

/// What the edge refuses, by name, and never answers 500 to.
class HostileRequestTest extends CommandApiCase {
  @Autowired private MockMvcTester mvc;

  static Stream<Arguments> bodies() {
    return Stream.of(
        Arguments.of("{\"name\":" + "[".repeat(2_000) + "]".repeat(2_000) + "}", "body"),
        Arguments.of("{\"name\":" + "9".repeat(1_001) + "}", "body"),
        Arguments.of("{\"" + "n".repeat(60_000) + "\":1}", "body"),
        Arguments.of("{\"" + "n".repeat(1_000) + "\":1}", "n".repeat(200)),
        Arguments.of("{\"name\":1e-999999999}", "name"),
        Arguments.of("{\"name\":1e999999999}", "name"),
        Arguments.of("{\"name\":\"Te\\u0000a\"}", "name"),
        Arguments.of("{\"name\":\"Te\\ud83da\"}", "name"));
  }

  @ParameterizedTest
  @MethodSource("bodies")
  void a_body_that_costs_too_much_or_cannot_be_kept_is_refused(String body, String field) {
    MvcTestResult refused = post("/categories", body);

    assertThat(refused).hasStatus(400);
    JsonNode named = json(refused).at("/fields/0");
    assertThat(named.path("field").asString()).isEqualTo(field);
    assertThat(named.path("rule").asString()).isNotBlank();
    assertThat(refused.getResponse().getContentAsByteArray()).hasSizeLessThan(2_000);
  }

  @Test
  void a_discount_with_a_huge_exponent_is_refused_briefly() throws Exception {
    String body =
        """
        {"customerId":"%s","shippingAddressId":"%s","paymentMethodId":"sandbox:approve",
         "staffTerms":{"lines":[{"productId":"%s","discountRate":1e-999999999}]}}\
        """
            .formatted(fresh("cus_"), fresh("adr_"), fresh("prd_"));

    MvcTestResult refused = post("/orders", body);

    assertThat(refused).hasStatus(400);
    assertThat(code(refused)).isEqualTo("INVALID_NUMBER");
    assertThat(refused.getResponse().getContentAsString()).hasSizeLessThan(1_000);
  }

  @Test
  void a_body_that_is_not_utf_8_is_refused() {
    MvcTestResult refused =
        mvc.post()
            .uri("/api/v1/categories")
            .contentType("application/json")
            .header("Daybook-Actor", "staff:usr_7")
            .content("{\"name\":\"Caf\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1))
            .exchange();

    assertThat(refused).hasStatus(400);
    assertThat(code(refused)).isEqualTo("MALFORMED_REQUEST");
  }

  @ParameterizedTest
  @CsvSource({
    "'', INVALID_AMOUNT",
    "XXX, INVALID_AMOUNT",
    "DEM, INVALID_AMOUNT",
    "eur, INVALID_AMOUNT",
    "ZZZ, MALFORMED_REQUEST"
  })
  void a_payment_is_in_a_currency_that_is_in_use(String currency, String code) {
    MvcTestResult refused =
        post(
            "/payments",
            "{\"paymentMethodId\":\"sandbox:approve\",\"amount\":{\"amountMinor\":1,\"currency\":\"%s\"}}"
                .formatted(currency));

    assertThat(refused).hasStatus(400);
    assertThat(code(refused)).isEqualTo(code);
    assertThat(json(refused).at("/fields/0/field").asString()).isEqualTo("amount.currency");
  }

  @ParameterizedTest
  @CsvSource({
    "'\"+300000-01-01T00:00:00Z\"', INVALID_INSTANT",
    "'\"-4800-01-01T00:00:00Z\"', INVALID_INSTANT",
    "'\"+1000000000-01-01T00:00:00Z\"', INVALID_INSTANT",
    "1700000000, MALFORMED_REQUEST",
    "'\"1700000000\"', MALFORMED_REQUEST"
  })
  void a_hold_ends_at_an_instant_that_can_be_kept(String expiresAt, String code) {
    MvcTestResult refused =
        post(
            "/inventory/" + fresh("prd_") + "/reservations",
            "{\"quantity\":1,\"orderId\":\"%s\",\"expiresAt\":%s}"
                .formatted(fresh("ord_"), expiresAt));

    assertThat(refused).hasStatus(400);
    assertThat(code(refused)).isEqualTo(code);
    assertThat(json(refused).at("/fields/0/field").asString()).isEqualTo("expiresAt");
  }

  @ParameterizedTest
  @CsvSource({"+300000-01-01T00:00:00Z", "1969-12-31T00:00:00Z", "9999-12-31T00:00:00Z"})
  void a_request_is_dated_back_to_an_instant_that_can_be_kept(String at) {
    MvcTestResult refused =
        post("/categories", category(fresh("Tea ")), "Daybook-Effective-At", at);

    assertThat(refused).hasStatus(400);
    assertThat(code(refused)).isEqualTo("INVALID_INSTANT");
  }

  @ParameterizedTest
  @CsvSource({
    "Host, evil.example, 421, UNKNOWN_HOST",
    "Origin, https://evil.example, 403, UNKNOWN_ORIGIN",
    "Origin, null, 403, UNKNOWN_ORIGIN"
  })
  void a_page_of_somebody_else_sends_nothing(String header, String value, int status, String code) {
    MvcTestResult refused = post("/categories", category(fresh("Tea ")), header, value);

    assertThat(refused).hasStatus(status);
    assertThat(code(refused)).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({"text/plain", "application/x-www-form-urlencoded", "application/json;charset=utf-16"})
  void a_body_is_json_and_says_so(String type) {
    MvcTestResult refused =
        mvc.post()
            .uri(URI.create("/api/v1/categories"))
            .header("Content-Type", type)
            .header("Daybook-Actor", "staff:usr_7")
            .content(category(fresh("Tea ")))
            .exchange();

    assertThat(refused).hasStatus(415);
    assertThat(code(refused)).isEqualTo("NOT_JSON");
  }
}
