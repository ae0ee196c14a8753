package io.daybook.command.payment;

import static io.daybook.command.payment.Payments.AUTHORIZED;
import static io.daybook.command.payment.Payments.AWAITING_BROWSER;
import static io.daybook.command.payment.Payments.CAPTURED;
import static io.daybook.command.payment.Payments.CAPTURING;
import static io.daybook.command.payment.Payments.CHARGING;
import static io.daybook.command.payment.Payments.DECLINED_HARD;
import static io.daybook.command.payment.Payments.DECLINED_SOFTLY;
import static io.daybook.command.payment.Payments.EXPIRY;
import static io.daybook.command.payment.Payments.KEY;
import static io.daybook.command.payment.Payments.REQUESTED;
import static io.daybook.command.payment.Payments.RETRIED;
import static io.daybook.command.payment.Payments.UNKNOWN;
import static io.daybook.command.payment.Payments.VOIDED;
import static io.daybook.command.testing.Given.NOW;
import static io.daybook.command.testing.Given.PROCESS;
import static io.daybook.command.testing.Given.STAFF;
import static io.daybook.command.testing.Given.by;
import static io.daybook.command.testing.Given.events;
import static io.daybook.command.testing.Shop.ORDER;
import static io.daybook.command.testing.Shop.PAYMENT;
import static org.axonframework.test.matchers.Matchers.exactSequenceOf;
import static org.axonframework.test.matchers.Matchers.payloadsMatching;
import static org.axonframework.test.matchers.Matchers.predicate;

import io.daybook.command.testing.KnownModels;
import io.daybook.command.testing.Rejected;
import io.daybook.payment.GatewayAnswer.Approved;
import io.daybook.payment.PaymentCommand.RecordGatewayAnswer;
import io.daybook.payment.PaymentCommand.VoidPayment;
import io.daybook.payment.PaymentEvent.PaymentAuthorized;
import io.daybook.payment.PaymentEvent.PaymentVoidRequested;
import io.daybook.payment.PaymentRejection;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.junit.jupiter.api.Test;

class VoidPaymentTest {

  @Test
  void an_authorisation_is_given_up() {
    Payments.fixture(new KnownModels())
        .given(events(REQUESTED, AUTHORIZED))
        .when(new VoidPayment(PAYMENT, "cancelled"), by(PROCESS))
        .expectSuccessfulHandlerExecution()
        .expectEventsMatching(
            payloadsMatching(
                exactSequenceOf(
                    predicate(
                        (PaymentVoidRequested asked) ->
                            "auth-1".equals(asked.authorizationId())))));
  }

  @Test
  void an_authorisation_that_is_still_to_come_is_given_up_in_advance() {
    Payments.fixture(new KnownModels())
        .given(events(REQUESTED))
        .when(new VoidPayment(PAYMENT, "cancelled"), by(PROCESS))
        .expectSuccessfulHandlerExecution()
        .expectEventsMatching(
            payloadsMatching(
                exactSequenceOf(
                    predicate((PaymentVoidRequested asked) -> asked.authorizationId() == null))));
  }

  @Test
  void an_unknown_outcome_is_given_up_in_advance() {
    Payments.fixture(new KnownModels())
        .given(events(REQUESTED, UNKNOWN))
        .when(new VoidPayment(PAYMENT, "cancelled"), by(PROCESS))
        .expectSuccessfulHandlerExecution()
        .expectEventsMatching(
            payloadsMatching(
                exactSequenceOf(
                    predicate((PaymentVoidRequested asked) -> asked.authorizationId() == null))));
  }

  /// What is charged at once is refunded, once it is known.
  @Test
  void a_charge_that_is_under_way_cannot_be_given_up() {
    Payments.fixture(new KnownModels())
        .given(events(CHARGING))
        .when(new VoidPayment(PAYMENT, "cancelled"), by(STAFF))
        .expectNoEvents()
        .expectException(Rejected.with(PaymentRejection.INVALID_STATUS_TRANSITION));
  }

  @Test
  void a_void_concerns_no_later_attempt() {
    PaymentVoidRequested earlier =
        new PaymentVoidRequested(
            PAYMENT, ORDER, null, "sandbox:approve", "cancelled", PAYMENT + "/void/1", NOW);

    Payments.fixture(new KnownModels())
        .given(events(REQUESTED, earlier, DECLINED_SOFTLY, RETRIED))
        .when(
            new RecordGatewayAnswer(PAYMENT, PAYMENT + "/2", new Approved("auth-2", null)),
            by(PROCESS))
        .expectSuccessfulHandlerExecution()
        .expectEventsMatching(
            payloadsMatching(exactSequenceOf(predicate((PaymentAuthorized now) -> true))));
  }

  @Test
  void a_redirect_that_never_started_is_void_at_once() {
    Payments.fixture(new KnownModels())
        .given(events(AWAITING_BROWSER))
        .when(new VoidPayment(PAYMENT, "cancelled"), by(PROCESS))
        .expectSuccessfulHandlerExecution()
        .expectEvents(VOIDED);
  }

  @Test
  void voiding_again_changes_nothing() {
    Payments.fixture(new KnownModels())
        .given(events(REQUESTED, AUTHORIZED, VOIDED))
        .when(new VoidPayment(PAYMENT, "cancelled"), by(PROCESS))
        .expectSuccessfulHandlerExecution()
        .expectNoEvents();
  }

  @Test
  void nothing_is_held_after_a_decline() {
    Payments.fixture(new KnownModels())
        .given(events(REQUESTED, DECLINED_HARD))
        .when(new VoidPayment(PAYMENT, "cancelled"), by(PROCESS))
        .expectSuccessfulHandlerExecution()
        .expectNoEvents();
  }

  @Test
  void what_is_being_captured_is_refunded_and_not_voided() {
    Payments.fixture(new KnownModels())
        .given(events(REQUESTED, AUTHORIZED, CAPTURING))
        .when(new VoidPayment(PAYMENT, "cancelled"), by(PROCESS))
        .expectNoEvents()
        .expectException(Rejected.with(PaymentRejection.INVALID_STATUS_TRANSITION));
  }

  @Test
  void what_was_captured_is_refunded_and_not_voided() {
    Payments.fixture(new KnownModels())
        .given(events(REQUESTED, AUTHORIZED, CAPTURING, CAPTURED))
        .when(new VoidPayment(PAYMENT, "cancelled"), by(STAFF))
        .expectNoEvents()
        .expectException(Rejected.with(PaymentRejection.INVALID_STATUS_TRANSITION));
  }

  @Test
  void a_late_approval_of_what_was_given_up_is_voided_at_once() {
    Payments.fixture(new KnownModels())
        .given(
            events(
                REQUESTED,
                new PaymentVoidRequested(
                    PAYMENT, ORDER, null, "sandbox:approve", "timed out", "void-key", NOW)))
        .when(new RecordGatewayAnswer(PAYMENT, KEY, new Approved("auth-1", EXPIRY)), by(PROCESS))
        .expectSuccessfulHandlerExecution()
        .expectEventsMatching(
            payloadsMatching(
                exactSequenceOf(
                    predicate(payload -> payload instanceof PaymentAuthorized),
                    predicate(
                        payload ->
                            payload instanceof PaymentVoidRequested asked
                                && "auth-1".equals(asked.authorizationId())
                                && asked.reason().equals("timed out")))));
  }

  @Test
  void a_payment_that_does_not_exist_is_not_found() {
    Payments.fixture(new KnownModels())
        .givenNoPriorActivity()
        .when(new VoidPayment(PAYMENT, "cancelled"), by(STAFF))
        .expectException(AggregateNotFoundException.class);
  }
}
