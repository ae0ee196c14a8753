package io.daybook.command.payment;

import static io.daybook.command.payment.Payments.AMOUNT;
import static io.daybook.command.payment.Payments.AUTHORIZED;
import static io.daybook.command.payment.Payments.AWAITING_BROWSER;
import static io.daybook.command.payment.Payments.KEY;
import static io.daybook.command.payment.Payments.REDIRECTED;
import static io.daybook.command.payment.Payments.REDIRECTING;
import static io.daybook.command.payment.Payments.REQUESTED;
import static io.daybook.command.payment.Payments.UNKNOWN;
import static io.daybook.command.testing.Given.CUSTOMER;
import static io.daybook.command.testing.Given.NOW;
import static io.daybook.command.testing.Given.STAFF;
import static io.daybook.command.testing.Given.by;
import static io.daybook.command.testing.Given.events;
import static io.daybook.command.testing.Shop.ORDER;
import static io.daybook.command.testing.Shop.PAYMENT;

import io.daybook.command.testing.KnownModels;
import io.daybook.command.testing.Rejected;
import io.daybook.kernel.KernelRejection;
import io.daybook.payment.DeclineKind;
import io.daybook.payment.PaymentCommand.ResolvePayment;
import io.daybook.payment.PaymentEvent.PaymentAuthorized;
import io.daybook.payment.PaymentEvent.PaymentDeclined;
import io.daybook.payment.PaymentEvent.PaymentResolutionRequested;
import io.daybook.payment.PaymentOperation;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.junit.jupiter.api.Test;

class ResolvePaymentTest {

  @Test
  void the_gateway_is_asked_what_became_of_the_request() {
    Payments.fixture(new KnownModels())
        .given(events(REQUESTED, UNKNOWN))
        .when(new ResolvePayment(PAYMENT, null, null), by(STAFF))
        .expectSuccessfulHandlerExecution()
        .expectEvents(
            new PaymentResolutionRequested(
                PAYMENT, ORDER, PaymentOperation.AUTHORIZE, "sandbox:approve", KEY, NOW));
  }

  @Test
  void the_outcome_of_a_redirect_is_asked_for() {
    Payments.fixture(new KnownModels())
        .given(events(AWAITING_BROWSER, REDIRECTING, REDIRECTED))
        .when(new ResolvePayment(PAYMENT, null, null), by(CUSTOMER))
        .expectSuccessfulHandlerExecution()
        .expectEvents(
            new PaymentResolutionRequested(
                PAYMENT, ORDER, PaymentOperation.REDIRECT, "sandbox:paypal", KEY, NOW));
  }

  @Test
  void a_redirect_that_was_not_started_is_not_asked_for() {
    Payments.fixture(new KnownModels())
        .given(events(AWAITING_BROWSER))
        .when(new ResolvePayment(PAYMENT, null, null), by(CUSTOMER))
        .expectSuccessfulHandlerExecution()
        .expectNoEvents();
  }

  @Test
  void staff_may_know_that_a_redirect_was_paid_otherwise() {
    Payments.fixture(new KnownModels())
        .given(events(AWAITING_BROWSER))
        .when(new ResolvePayment(PAYMENT, true, "auth-9"), by(STAFF))
        .expectSuccessfulHandlerExecution()
        .expectEvents(
            new PaymentAuthorized(PAYMENT, ORDER, AMOUNT, "auth-9", "sandbox:paypal", NOW, null));
  }

  @Test
  void staff_may_know_that_it_was_approved() {
    Payments.fixture(new KnownModels())
        .given(events(REQUESTED, UNKNOWN))
        .when(new ResolvePayment(PAYMENT, true, "auth-9"), by(STAFF))
        .expectSuccessfulHandlerExecution()
        .expectEvents(
            new PaymentAuthorized(PAYMENT, ORDER, AMOUNT, "auth-9", "sandbox:approve", NOW, null));
  }

  @Test
  void staff_may_know_that_it_was_not() {
    Payments.fixture(new KnownModels())
        .given(events(REQUESTED, UNKNOWN))
        .when(new ResolvePayment(PAYMENT, false, null), by(STAFF))
        .expectSuccessfulHandlerExecution()
        .expectEvents(
            new PaymentDeclined(
                PAYMENT, ORDER, AMOUNT, DeclineKind.HARD, "RESOLVED_BY_STAFF", NOW));
  }

  @Test
  void a_customer_s_word_is_not_taken() {
    Payments.fixture(new KnownModels())
        .given(events(REQUESTED, UNKNOWN))
        .when(new ResolvePayment(PAYMENT, true, null), by(CUSTOMER))
        .expectNoEvents()
        .expectException(Rejected.with(KernelRejection.STAFF_ONLY));
  }

  @Test
  void what_is_known_needs_no_resolution() {
    Payments.fixture(new KnownModels())
        .given(events(REQUESTED, AUTHORIZED))
        .when(new ResolvePayment(PAYMENT, null, null), by(STAFF))
        .expectSuccessfulHandlerExecution()
        .expectNoEvents();
  }

  @Test
  void a_payment_that_does_not_exist_is_not_found() {
    Payments.fixture(new KnownModels())
        .givenNoPriorActivity()
        .when(new ResolvePayment(PAYMENT, null, null), by(STAFF))
        .expectException(AggregateNotFoundException.class);
  }
}
