package io.daybook.command.payment;

import static io.daybook.command.payment.Payments.AMOUNT;
import static io.daybook.command.payment.Payments.AWAITING_BROWSER;
import static io.daybook.command.payment.Payments.DECLINED_SOFTLY;
import static io.daybook.command.payment.Payments.REQUESTED;
import static io.daybook.command.testing.Given.NOW;
import static io.daybook.command.testing.Given.PROCESS;
import static io.daybook.command.testing.Given.STAFF;
import static io.daybook.command.testing.Given.by;
import static io.daybook.command.testing.Given.events;
import static io.daybook.command.testing.Shop.ADA;
import static io.daybook.command.testing.Shop.ORDER;
import static io.daybook.command.testing.Shop.PAYMENT;
import static io.daybook.command.testing.Shop.eur;

import io.daybook.command.testing.KnownModels;
import io.daybook.command.testing.Rejected;
import io.daybook.customer.Address;
import io.daybook.kernel.id.CartId;
import io.daybook.order.OrderEvent.OrderPlacementStarted;
import io.daybook.payment.PaymentCommand.AuthorizePayment;
import io.daybook.payment.PaymentRejection;
import java.util.List;
import org.junit.jupiter.api.Test;

class AuthorizePaymentTest {

  @Test
  void an_authorisation_is_written_down_before_the_gateway_is_asked() {
    Payments.fixture(Payments.placing())
        .givenNoPriorActivity()
        .when(new AuthorizePayment(PAYMENT, ORDER, ADA, "sandbox:approve", AMOUNT), by(PROCESS))
        .expectSuccessfulHandlerExecution()
        .expectEvents(REQUESTED);
  }

  @Test
  void asking_again_asks_the_gateway_once() {
    Payments.fixture(Payments.placing())
        .given(events(REQUESTED))
        .when(new AuthorizePayment(PAYMENT, ORDER, ADA, "sandbox:approve", AMOUNT), by(PROCESS))
        .expectSuccessfulHandlerExecution()
        .expectNoEvents();
  }

  @Test
  void asking_again_after_the_answer_changes_nothing() {
    Payments.fixture(Payments.placing())
        .given(events(REQUESTED, DECLINED_SOFTLY))
        .when(new AuthorizePayment(PAYMENT, ORDER, ADA, "sandbox:approve", AMOUNT), by(PROCESS))
        .expectSuccessfulHandlerExecution()
        .expectNoEvents();
  }

  @Test
  void another_amount_under_the_same_id_is_refused() {
    Payments.fixture(Payments.placing())
        .given(events(REQUESTED))
        .when(new AuthorizePayment(PAYMENT, ORDER, ADA, "sandbox:approve", eur(1)), by(PROCESS))
        .expectNoEvents()
        .expectException(Rejected.with(PaymentRejection.PAYMENT_ID_TAKEN));
  }

  @Test
  void a_method_that_redirects_waits_for_the_browser() {
    Payments.fixture(Payments.placing())
        .givenNoPriorActivity()
        .when(new AuthorizePayment(PAYMENT, ORDER, ADA, "sandbox:paypal", AMOUNT), by(PROCESS))
        .expectSuccessfulHandlerExecution()
        .expectEvents(AWAITING_BROWSER);
  }

  @Test
  void a_redirect_that_the_customer_started_first_is_the_same_payment() {
    Payments.fixture(Payments.placing())
        .given(events(Payments.REDIRECTING_UNASKED))
        .when(new AuthorizePayment(PAYMENT, ORDER, ADA, "sandbox:paypal", AMOUNT), by(PROCESS))
        .expectSuccessfulHandlerExecution()
        .expectNoEvents();
  }

  @Test
  void a_gateway_that_the_shop_does_not_have_is_refused() {
    Payments.fixture(Payments.placing())
        .givenNoPriorActivity()
        .when(new AuthorizePayment(PAYMENT, ORDER, ADA, "nobody:knows", AMOUNT), by(STAFF))
        .expectNoEvents()
        .expectException(Rejected.with(PaymentRejection.UNSUPPORTED_CARD_TYPE));
  }

  @Test
  void a_method_without_a_gateway_is_refused() {
    Payments.fixture(Payments.placing())
        .givenNoPriorActivity()
        .when(new AuthorizePayment(PAYMENT, ORDER, ADA, "visa", AMOUNT), by(STAFF))
        .expectNoEvents()
        .expectException(Rejected.with(PaymentRejection.UNSUPPORTED_CARD_TYPE));
  }

  @Test
  void nothing_is_no_amount() {
    Payments.fixture(Payments.placing())
        .givenNoPriorActivity()
        .when(new AuthorizePayment(PAYMENT, ORDER, ADA, "sandbox:approve", eur(0)), by(STAFF))
        .expectNoEvents()
        .expectException(Rejected.with(PaymentRejection.INVALID_AMOUNT));
  }

  @Test
  void the_amount_must_be_the_order_s() {
    Payments.fixture(
            new KnownModels()
                .of(
                    ORDER,
                    new OrderPlacementStarted(
                        ORDER,
                        "K7F3-92QD",
                        ADA,
                        CartId.of(ADA),
                        List.of(),
                        eur(4826),
                        eur(0),
                        eur(0),
                        eur(4826),
                        new Address("Ada", "Street", "Berlin", null, "12209", "DE"),
                        "sandbox:approve",
                        null,
                        NOW)))
        .givenNoPriorActivity()
        .when(new AuthorizePayment(PAYMENT, ORDER, ADA, "sandbox:approve", eur(4827)), by(STAFF))
        .expectNoEvents()
        .expectException(Rejected.with(PaymentRejection.AMOUNT_MISMATCH));
  }
}
