package io.daybook.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.kernel.id.PaymentId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class PayPalReturnsTest extends CommandApiCase {
  private final PaymentId payment = new PaymentId(fresh("pay_"));

  @ParameterizedTest
  @CsvSource({"sandbox:paypal, cancel", "sandbox:paypal, return", "sandbox:approve, cancel"})
  void a_payment_that_sent_no_browser_away_is_left_alone(String method, String path) {
    post(
        "/payments/authorizations",
        "{\"paymentId\":\"%s\",\"paymentMethodId\":\"%s\",\"amount\":{\"amountMinor\":1299,\"currency\":\"EUR\"}}"
            .formatted(payment, method));

    MvcTestResult back = send(HttpMethod.GET, "/payments/paypal/" + payment + "/" + path, "");

    assertThat(back).hasStatus(409);
    assertThat(code(back)).isEqualTo("INVALID_STATUS_TRANSITION");
    assertThat(eventsOf(payment)).noneMatch(event -> event.toString().startsWith("PaymentVoid"));
  }
}
