package io.daybook.command.payment;

import static io.daybook.command.payment.Payments.AMOUNT;
import static io.daybook.command.payment.Payments.AUTHORIZED;
import static io.daybook.command.payment.Payments.AWAITING_BROWSER;
import static io.daybook.command.payment.Payments.CAPTURED;
import static io.daybook.command.payment.Payments.CAPTURING;
import static io.daybook.command.payment.Payments.CHARGING;
import static io.daybook.command.payment.Payments.DECLINED_SOFTLY;
import static io.daybook.command.payment.Payments.EXPIRY;
import static io.daybook.command.payment.Payments.KEY;
import static io.daybook.command.payment.Payments.REDIRECTED;
import static io.daybook.command.payment.Payments.REDIRECTING;
import static io.daybook.command.payment.Payments.REQUESTED;
import static io.daybook.command.payment.Payments.UNKNOWN;
import static io.daybook.command.testing.Given.NOW;
import static io.daybook.command.testing.Given.PROCESS;
import static io.daybook.command.testing.Given.STAFF;
import static io.daybook.command.testing.Given.by;
import static io.daybook.command.testing.Given.events;
import static io.daybook.command.testing.Shop.ADA;
import static io.daybook.command.testing.Shop.ORDER;
import static io.daybook.command.testing.Shop.PAYMENT;

import io.daybook.command.testing.KnownModels;
import io.daybook.payment.DeclineKind;
import io.daybook.payment.GatewayAnswer.Approved;
import io.daybook.payment.GatewayAnswer.Declined;
import io.daybook.payment.GatewayAnswer.Redirected;
import io.daybook.payment.GatewayAnswer.Unknown;
import io.daybook.payment.PaymentCommand.RecordGatewayAnswer;
import io.daybook.payment.PaymentEvent.PaymentAuthorized;
import io.daybook.payment.PaymentEvent.PaymentCompleted;
import io.daybook.payment.PaymentEvent.PaymentFailed;
import io.daybook.payment.PaymentOperation;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.junit.jupiter.api.Test;

class RecordGatewayAnswerTest {

  @Test
  void an_approval_authorises() {
    Payments.fixture(new KnownModels())
        .given(events(REQUESTED))
        .when(new RecordGatewayAnswer(PAYMENT, KEY, new Approved("auth-1", EXPIRY)), by(PROCESS))
        .expectSuccessfulHandlerExecution()
        .expectEvents(AUTHORIZED);
  }

  @Test
  void an_approval_of_a_charge_completes_it() {
    Payments.fixture(new KnownModels())
        .given(events(CHARGING))
        .when(new RecordGatewayAnswer(PAYMENT, KEY, new Approved("charge-1", null)), by(PROCESS))
        .expectSuccessfulHandlerExecution()
        .expectEvents(new PaymentCompleted(PAYMENT, ORDER, ADA, AMOUNT, "charge-1", NOW));
  }

  @Test
  void a_soft_decline_is_told_as_such() {
    Payments.fixture(new KnownModels())
        .given(events(REQUESTED))
        .when(
            new RecordGatewayAnswer(
                PAYMENT, KEY, new Declined(DeclineKind.SOFT, "INSUFFICIENT_FUNDS")),
            by(PROCESS))
        .expectSuccessfulHandlerExecution()
        .expectEvents(DECLINED_SOFTLY);
  }

  @Test
  void a_declined_charge_has_failed() {
    Payments.fixture(new KnownModels())
        .given(events(CHARGING))
        .when(
            new RecordGatewayAnswer(PAYMENT, KEY, new Declined(DeclineKind.HARD, "STOLEN_CARD")),
            by(PROCESS))
        .expectSuccessfulHandlerExecution()
        .expectEvents(
            new PaymentFailed(
                PAYMENT,
                ORDER,
                ADA,
                PaymentOperation.CHARGE,
                AMOUNT,
                DeclineKind.HARD,
                "STOLEN_CARD",
                NOW));
  }

  @Test
  void no_answer_is_no_decline() {
    Payments.fixture(new KnownModels())
        .given(events(REQUESTED))
        .when(new RecordGatewayAnswer(PAYMENT, KEY, new Unknown("TIMEOUT")), by(PROCESS))
        .expectSuccessfulHandlerExecution()
        .expectEvents(UNKNOWN);
  }

  @Test
  void not_knowing_is_told_once() {
    Payments.fixture(new KnownModels())
        .given(events(REQUESTED, UNKNOWN))
        .when(new RecordGatewayAnswer(PAYMENT, KEY, new Unknown("TIMEOUT")), by(PROCESS))
        .expectSuccessfulHandlerExecution()
        .expectNoEvents();
  }

  @Test
  void an_outcome_that_was_unknown_is_found_later() {
    Payments.fixture(new KnownModels())
        .given(events(REQUESTED, UNKNOWN))
        .when(new RecordGatewayAnswer(PAYMENT, KEY, new Approved("auth-1", EXPIRY)), by(PROCESS))
        .expectSuccessfulHandlerExecution()
        .expectEvents(AUTHORIZED);
  }

  @Test
  void an_answer_is_recorded_once() {
    Payments.fixture(new KnownModels())
        .given(events(REQUESTED, AUTHORIZED))
        .when(new RecordGatewayAnswer(PAYMENT, KEY, new Approved("auth-1", EXPIRY)), by(PROCESS))
        .expectSuccessfulHandlerExecution()
        .expectNoEvents();
  }

  @Test
  void an_answer_to_a_request_that_was_never_made_changes_nothing() {
    Payments.fixture(new KnownModels())
        .given(events(REQUESTED))
        .when(
            new RecordGatewayAnswer(PAYMENT, "another-key", new Approved("auth-1", EXPIRY)),
            by(PROCESS))
        .expectSuccessfulHandlerExecution()
        .expectNoEvents();
  }

  @Test
  void a_redirect_has_its_url() {
    Payments.fixture(new KnownModels())
        .given(events(AWAITING_BROWSER, REDIRECTING))
        .when(
            new RecordGatewayAnswer(
                PAYMENT, KEY, new Redirected("https://paypal.example/1", "ref-1")),
            by(PROCESS))
        .expectSuccessfulHandlerExecution()
        .expectEvents(REDIRECTED);
  }

  @Test
  void an_approved_redirect_authorises() {
    Payments.fixture(new KnownModels())
        .given(events(AWAITING_BROWSER, REDIRECTING, REDIRECTED))
        .when(new RecordGatewayAnswer(PAYMENT, KEY, new Approved("auth-1", EXPIRY)), by(PROCESS))
        .expectSuccessfulHandlerExecution()
        .expectEvents(
            new PaymentAuthorized(PAYMENT, ORDER, AMOUNT, "auth-1", "sandbox:paypal", NOW, EXPIRY));
  }

  @Test
  void a_capture_that_was_approved_is_captured() {
    Payments.fixture(new KnownModels())
        .given(events(REQUESTED, AUTHORIZED, CAPTURING))
        .when(
            new RecordGatewayAnswer(PAYMENT, "capture-key", new Approved("capture-1", null)),
            by(PROCESS))
        .expectSuccessfulHandlerExecution()
        .expectEvents(CAPTURED);
  }

  @Test
  void a_capture_that_was_declined_leaves_the_authorisation() {
    Payments.fixture(new KnownModels())
        .given(events(REQUESTED, AUTHORIZED, CAPTURING))
        .when(
            new RecordGatewayAnswer(
                PAYMENT, "capture-key", new Declined(DeclineKind.SOFT, "TRY_LATER")),
            by(PROCESS))
        .expectSuccessfulHandlerExecution()
        .expectEvents(
            new PaymentFailed(
                PAYMENT,
                ORDER,
                ADA,
                PaymentOperation.CAPTURE,
                AMOUNT,
                DeclineKind.SOFT,
                "TRY_LATER",
                NOW));
  }

  @Test
  void a_payment_that_does_not_exist_is_not_found() {
    Payments.fixture(new KnownModels())
        .givenNoPriorActivity()
        .when(new RecordGatewayAnswer(PAYMENT, KEY, new Unknown("TIMEOUT")), by(STAFF))
        .expectException(AggregateNotFoundException.class);
  }
}
