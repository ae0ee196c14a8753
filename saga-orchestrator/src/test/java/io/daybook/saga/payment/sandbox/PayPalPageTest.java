package io.daybook.saga.payment.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.eventstore.testing.TestDatabase;
import io.daybook.kernel.MovableClock;
import io.daybook.payment.GatewayAnswer.Approved;
import io.daybook.payment.GatewayAnswer.Declined;
import io.daybook.payment.GatewayAnswer.Redirected;
import io.daybook.payment.PaymentOperation;
import io.daybook.saga.payment.GatewayCall;
import io.daybook.saga.testing.Samples;
import io.daybook.saga.testing.Sandbox;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

class PayPalPageTest {
  private static final GatewayCall CALL =
      new GatewayCall(Samples.TENANT, Samples.PAYMENT, "paypal", "k1", Samples.NOW);
  private static final String ROUTE = "/api/v1/payments/paypal/" + Samples.PAYMENT;

  private final Sandbox sandbox = Sandbox.on(TestDatabase.fresh(), new MovableClock(Samples.NOW));
  private final PayPalPage page = new PayPalPage(sandbox.ledger());
  private String reference = "";

  @BeforeEach
  void the_customer_is_sent_to_the_page() {
    reference = ((Redirected) sandbox.gateway().redirect(CALL, Samples.TOTAL)).reference();
  }

  @Test
  void the_page_shows_the_amount_and_both_ways_out() {
    assertThat(page.page(reference).getBody())
        .contains("70.00 EUR")
        .contains("action=\"/sandbox/paypal/" + reference + "/approve\"")
        .contains("action=\"/sandbox/paypal/" + reference + "/cancel\"");
  }

  @Test
  void approving_leads_back_to_daybook_which_then_finds_it_approved() {
    assertThat(location(page.approve(reference))).isEqualTo(ROUTE + "/return?tenant=acme");
    assertThat(sandbox.gateway().lookup(CALL, PaymentOperation.REDIRECT))
        .isInstanceOf(Approved.class);
  }

  @Test
  void cancelling_leads_back_to_daybook_which_then_finds_it_declined() {
    assertThat(location(page.cancel(reference))).isEqualTo(ROUTE + "/cancel?tenant=acme");
    assertThat(sandbox.gateway().lookup(CALL, PaymentOperation.REDIRECT))
        .isInstanceOf(Declined.class);
  }

  @Test
  void the_first_decision_stands() {
    page.approve(reference);

    assertThat(location(page.cancel(reference))).isEqualTo(ROUTE + "/return?tenant=acme");
  }

  @Test
  void nobody_decides_about_what_does_not_exist() {
    assertThat(page.page("sbx_unknown").getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
    assertThat(page.approve("sbx_unknown").getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
  }

  private static String location(ResponseEntity<Void> response) {
    assertThat(response.getStatusCode()).isEqualTo(HttpStatus.SEE_OTHER);
    return String.valueOf(response.getHeaders().getLocation());
  }
}
