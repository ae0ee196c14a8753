package io.daybook.command.payment;

import static io.daybook.command.payment.Payments.AMOUNT;
import static io.daybook.command.payment.Payments.CHARGING;
import static io.daybook.command.payment.Payments.REQUESTED;
import static io.daybook.command.testing.Given.STAFF;
import static io.daybook.command.testing.Given.by;
import static io.daybook.command.testing.Given.events;
import static io.daybook.command.testing.Shop.ADA;
import static io.daybook.command.testing.Shop.ORDER;
import static io.daybook.command.testing.Shop.PAYMENT;
import static io.daybook.command.testing.Shop.eur;

import io.daybook.command.testing.Rejected;
import io.daybook.payment.PaymentCommand.RequestPayment;
import io.daybook.payment.PaymentRejection;
import org.junit.jupiter.api.Test;

class RequestPaymentTest {

  @Test
  void a_charge_is_written_down_before_the_gateway_is_asked() {
    Payments.fixture(Payments.placed())
        .givenNoPriorActivity()
        .when(new RequestPayment(PAYMENT, ORDER, ADA, "sandbox:approve", AMOUNT), by(STAFF))
        .expectSuccessfulHandlerExecution()
        .expectEvents(CHARGING);
  }

  @Test
  void asking_again_charges_once() {
    Payments.fixture(Payments.placed())
        .given(events(CHARGING))
        .when(new RequestPayment(PAYMENT, ORDER, ADA, "sandbox:approve", AMOUNT), by(STAFF))
        .expectSuccessfulHandlerExecution()
        .expectNoEvents();
  }

  @Test
  void an_authorisation_is_no_charge() {
    Payments.fixture(Payments.placed())
        .given(events(REQUESTED))
        .when(new RequestPayment(PAYMENT, ORDER, ADA, "sandbox:approve", AMOUNT), by(STAFF))
        .expectNoEvents()
        .expectException(Rejected.with(PaymentRejection.PAYMENT_ID_TAKEN));
  }

  @Test
  void a_method_that_redirects_is_not_charged_at_once() {
    Payments.fixture(Payments.placed())
        .givenNoPriorActivity()
        .when(new RequestPayment(PAYMENT, ORDER, ADA, "sandbox:paypal", AMOUNT), by(STAFF))
        .expectNoEvents()
        .expectException(Rejected.with(PaymentRejection.UNSUPPORTED_CARD_TYPE));
  }

  @Test
  void a_negative_amount_is_refused() {
    Payments.fixture(Payments.placed())
        .givenNoPriorActivity()
        .when(new RequestPayment(PAYMENT, ORDER, ADA, "sandbox:approve", eur(-1)), by(STAFF))
        .expectNoEvents()
        .expectException(Rejected.with(PaymentRejection.INVALID_AMOUNT));
  }
}
