package io.daybook.command.payment;

import static io.daybook.command.payment.Payments.AMOUNT;
import static io.daybook.command.payment.Payments.AUTHORIZED;
import static io.daybook.command.payment.Payments.AWAITING_BROWSER;
import static io.daybook.command.payment.Payments.REDIRECTED;
import static io.daybook.command.payment.Payments.REDIRECTING;
import static io.daybook.command.payment.Payments.REQUESTED;
import static io.daybook.command.testing.Given.CUSTOMER;
import static io.daybook.command.testing.Given.by;
import static io.daybook.command.testing.Given.events;
import static io.daybook.command.testing.Shop.ORDER;
import static io.daybook.command.testing.Shop.PAYMENT;
import static io.daybook.command.testing.Shop.eur;
import static org.axonframework.test.matchers.Matchers.exactSequenceOf;
import static org.axonframework.test.matchers.Matchers.payloadsMatching;
import static org.axonframework.test.matchers.Matchers.predicate;

import io.daybook.command.testing.KnownModels;
import io.daybook.command.testing.Rejected;
import io.daybook.payment.PaymentCommand.InitiatePayPal;
import io.daybook.payment.PaymentEvent.PaymentRequested;
import io.daybook.payment.PaymentOperation;
import io.daybook.payment.PaymentRejection;
import org.junit.jupiter.api.Test;

class InitiatePayPalTest {

  @Test
  void the_redirect_of_an_order_s_payment_is_asked_for() {
    Payments.fixture(new KnownModels())
        .given(events(AWAITING_BROWSER))
        .when(
            new InitiatePayPal(
                PAYMENT,
                ORDER,
                AMOUNT,
                "https://shop.example/thanks",
                "https://shop.example/basket"),
            by(CUSTOMER))
        .expectSuccessfulHandlerExecution()
        .expectEvents(REDIRECTING);
  }

  @Test
  void asking_again_asks_once() {
    Payments.fixture(new KnownModels())
        .given(events(AWAITING_BROWSER, REDIRECTING))
        .when(
            new InitiatePayPal(
                PAYMENT,
                ORDER,
                AMOUNT,
                "https://shop.example/thanks",
                "https://shop.example/basket"),
            by(CUSTOMER))
        .expectSuccessfulHandlerExecution()
        .expectNoEvents();
  }

  @Test
  void asking_again_after_the_redirect_changes_nothing() {
    Payments.fixture(new KnownModels())
        .given(events(AWAITING_BROWSER, REDIRECTING, REDIRECTED))
        .when(
            new InitiatePayPal(
                PAYMENT,
                ORDER,
                AMOUNT,
                "https://shop.example/thanks",
                "https://shop.example/basket"),
            by(CUSTOMER))
        .expectSuccessfulHandlerExecution()
        .expectNoEvents();
  }

  @Test
  void a_payment_without_an_order_can_be_redirected() {
    Payments.fixture(new KnownModels())
        .givenNoPriorActivity()
        .when(
            new InitiatePayPal(PAYMENT, null, AMOUNT, "http://a.example/", "http://b.example/"),
            by(CUSTOMER))
        .expectSuccessfulHandlerExecution()
        .expectEventsMatching(
            payloadsMatching(
                exactSequenceOf(
                    predicate(
                        (PaymentRequested asked) ->
                            asked.operation() == PaymentOperation.REDIRECT
                                && asked.orderId() == null
                                && asked.attempt() == 1))));
  }

  @Test
  void an_authorised_payment_is_not_redirected() {
    Payments.fixture(new KnownModels())
        .given(events(REQUESTED, AUTHORIZED))
        .when(
            new InitiatePayPal(
                PAYMENT,
                ORDER,
                AMOUNT,
                "https://shop.example/thanks",
                "https://shop.example/basket"),
            by(CUSTOMER))
        .expectNoEvents()
        .expectException(Rejected.with(PaymentRejection.INVALID_STATUS_TRANSITION));
  }

  @Test
  void a_card_payment_is_not_redirected() {
    Payments.fixture(new KnownModels())
        .given(events(REQUESTED))
        .when(
            new InitiatePayPal(
                PAYMENT,
                ORDER,
                AMOUNT,
                "https://shop.example/thanks",
                "https://shop.example/basket"),
            by(CUSTOMER))
        .expectNoEvents()
        .expectException(Rejected.with(PaymentRejection.INVALID_STATUS_TRANSITION));
  }

  @Test
  void another_amount_than_the_order_s_is_refused() {
    Payments.fixture(new KnownModels())
        .given(events(AWAITING_BROWSER))
        .when(
            new InitiatePayPal(PAYMENT, ORDER, eur(1), "https://a.example/", "https://b.example/"),
            by(CUSTOMER))
        .expectNoEvents()
        .expectException(Rejected.with(PaymentRejection.AMOUNT_MISMATCH));
  }

  @Test
  void a_return_url_that_is_not_one_is_refused() {
    Payments.fixture(new KnownModels())
        .given(events(AWAITING_BROWSER))
        .when(
            new InitiatePayPal(PAYMENT, ORDER, AMOUNT, "javascript:alert(1)", "https://b.example/"),
            by(CUSTOMER))
        .expectNoEvents()
        .expectException(Rejected.with(PaymentRejection.INVALID_URL));
  }

  @Test
  void a_cancel_url_must_be_absolute() {
    Payments.fixture(new KnownModels())
        .given(events(AWAITING_BROWSER))
        .when(
            new InitiatePayPal(PAYMENT, ORDER, AMOUNT, "https://a.example/", "/basket"),
            by(CUSTOMER))
        .expectNoEvents()
        .expectException(Rejected.with(PaymentRejection.INVALID_URL));
  }
}
