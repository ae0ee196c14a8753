package io.daybook.saga.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.agenda.AgendaEntry;
import io.daybook.payment.GatewayAnswer.Approved;
import io.daybook.payment.GatewayAnswer.Declined;
import io.daybook.payment.GatewayAnswer.Redirected;
import io.daybook.saga.payment.sandbox.PayPalPage;
import io.daybook.saga.testing.Samples;
import io.daybook.saga.testing.Sandbox;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// Rule 16: an unknown outcome is resolved with the gateway, never retried.
class PaymentLookupTest extends PaymentFixture {

  @Test
  void a_late_approval_is_found_and_recorded_once() {
    request("sandbox:late");
    commands.forget();

    lookUpAfter(Sandbox.LATE);

    assertThat(recorded()).singleElement().isInstanceOf(Approved.class);
    assertThat(lookup()).isEmpty();
    assertThat(sandbox.calls()).as("request for money once only").isEqualTo(1);
  }

  @Test
  void what_is_still_unknown_is_not_recorded_again_but_looked_up_later() {
    request("sandbox:never");
    commands.forget();

    assertThat(lookUpAfter(Duration.ofSeconds(2))).isEqualTo(1);
    assertThat(recorded()).isEmpty();
    assertThat(lookup()).map(AgendaEntry::due).contains(Samples.NOW.plusSeconds(2 + 4));

    assertThat(lookUpAfter(Duration.ofSeconds(4))).isEqualTo(1);
    assertThat(recorded()).singleElement().isInstanceOf(Approved.class);
    assertThat(lookup()).isEmpty();
  }

  @Test
  void a_failure_that_took_nothing_is_found_out_as_a_decline() {
    request("sandbox:error");
    commands.forget();

    lookUpAfter(Duration.ofSeconds(2));

    assertThat(recorded()).singleElement().isInstanceOf(Declined.class);
  }

  @Test
  void a_customer_who_approved_and_never_came_back_has_paid_all_the_same() {
    request("sandbox:paypal");
    String reference = ((Redirected) recorded().getFirst()).reference();
    commands.forget();
    lookUpAfter(Duration.ofSeconds(2));
    assertThat(recorded()).isEmpty();

    approve(reference);
    lookUpAfter(Duration.ofSeconds(4));

    assertThat(recorded()).singleElement().isInstanceOf(Approved.class);
  }

  private void approve(String reference) {
    new PayPalPage(sandbox.ledger()).approve(reference);
  }
}
