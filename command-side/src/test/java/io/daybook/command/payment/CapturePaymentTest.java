package io.daybook.command.payment;

import static io.daybook.command.payment.Payments.AMOUNT;
import static io.daybook.command.payment.Payments.AUTHORIZED;
import static io.daybook.command.payment.Payments.CAPTURED;
import static io.daybook.command.payment.Payments.CAPTURING;
import static io.daybook.command.payment.Payments.EXPIRY;
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
import static io.daybook.command.testing.Shop.eur;
import static io.daybook.command.testing.Shop.uuid;
import static org.axonframework.test.matchers.Matchers.exactSequenceOf;
import static org.axonframework.test.matchers.Matchers.payloadsMatching;
import static org.axonframework.test.matchers.Matchers.predicate;

import io.daybook.command.testing.KnownModels;
import io.daybook.command.testing.Rejected;
import io.daybook.kernel.KernelRejection;
import io.daybook.kernel.Money;
import io.daybook.kernel.id.RefundId;
import io.daybook.payment.DeclineKind;
import io.daybook.payment.PaymentCommand.CapturePayment;
import io.daybook.payment.PaymentCommand.RefundPayment;
import io.daybook.payment.PaymentEvent.PaymentCaptureRequested;
import io.daybook.payment.PaymentEvent.PaymentCaptured;
import io.daybook.payment.PaymentEvent.PaymentFailed;
import io.daybook.payment.PaymentEvent.PaymentRefundRequested;
import io.daybook.payment.PaymentOperation;
import io.daybook.payment.PaymentRejection;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.junit.jupiter.api.Test;

class CapturePaymentTest {
  private static final PaymentCaptured A_PART =
      new PaymentCaptured(PAYMENT, ORDER, eur(1000), "capture-1", NOW);
  private static final PaymentCaptured THE_REST =
      new PaymentCaptured(PAYMENT, ORDER, eur(3826), "capture-2", NOW);

  @Test
  void all_that_was_authorised_is_captured() {
    Payments.fixture(new KnownModels())
        .given(events(REQUESTED, AUTHORIZED))
        .when(new CapturePayment(PAYMENT, null), by(PROCESS))
        .expectSuccessfulHandlerExecution()
        .expectEventsMatching(
            payloadsMatching(
                exactSequenceOf(
                    predicate(
                        (PaymentCaptureRequested asked) ->
                            asked.amount().equals(AMOUNT)
                                && asked.authorizationId().equals("auth-1")))));
  }

  @Test
  void a_part_can_be_captured() {
    Payments.fixture(new KnownModels())
        .given(events(REQUESTED, AUTHORIZED))
        .when(new CapturePayment(PAYMENT, eur(1000)), by(STAFF))
        .expectSuccessfulHandlerExecution()
        .expectEventsMatching(
            payloadsMatching(
                exactSequenceOf(
                    predicate(
                        (PaymentCaptureRequested asked) ->
                            asked.amount().equals(eur(1000))
                                && asked.authorizationId().equals("auth-1")))));
  }

  @Test
  void the_rest_can_be_captured_afterwards() {
    Payments.fixture(new KnownModels())
        .given(events(REQUESTED, AUTHORIZED, CAPTURING, A_PART))
        .when(new CapturePayment(PAYMENT, null), by(PROCESS))
        .expectSuccessfulHandlerExecution()
        .expectEventsMatching(
            payloadsMatching(
                exactSequenceOf(
                    predicate(
                        (PaymentCaptureRequested asked) ->
                            asked.amount().equals(eur(3826))
                                && asked.authorizationId().equals("auth-1")))));
  }

  @Test
  void all_captures_together_are_at_most_what_was_authorised() {
    Payments.fixture(new KnownModels())
        .given(events(REQUESTED, AUTHORIZED, CAPTURING, A_PART))
        .when(new CapturePayment(PAYMENT, eur(3827)), by(STAFF))
        .expectNoEvents()
        .expectException(Rejected.with(PaymentRejection.AMOUNT_EXCEEDS_AUTHORIZED));
  }

  @Test
  void a_part_that_was_captured_is_not_captured_again() {
    Payments.fixture(new KnownModels())
        .given(events(REQUESTED, AUTHORIZED, CAPTURING, A_PART))
        .when(new CapturePayment(PAYMENT, eur(1000)), by(STAFF))
        .expectSuccessfulHandlerExecution()
        .expectNoEvents();
  }

  @Test
  void both_parts_can_be_given_back() {
    Payments.fixture(new KnownModels())
        .given(events(REQUESTED, AUTHORIZED, CAPTURING, A_PART, CAPTURING, THE_REST))
        .when(new RefundPayment(PAYMENT, RefundId.of(uuid(71)), null, "returned"), by(STAFF))
        .expectEventsMatching(
            payloadsMatching(
                exactSequenceOf(
                    predicate((PaymentRefundRequested asked) -> asked.amount().equals(AMOUNT)))));
  }

  @Test
  void capturing_again_while_it_is_under_way_changes_nothing() {
    Payments.fixture(new KnownModels())
        .given(events(REQUESTED, AUTHORIZED, CAPTURING))
        .when(new CapturePayment(PAYMENT, null), by(PROCESS))
        .expectSuccessfulHandlerExecution()
        .expectNoEvents();
  }

  @Test
  void capturing_again_afterwards_changes_nothing() {
    Payments.fixture(new KnownModels())
        .given(events(REQUESTED, AUTHORIZED, CAPTURING, CAPTURED))
        .when(new CapturePayment(PAYMENT, null), by(PROCESS))
        .expectSuccessfulHandlerExecution()
        .expectNoEvents();
  }

  @Test
  void more_than_was_authorised_is_refused() {
    Payments.fixture(new KnownModels())
        .given(events(REQUESTED, AUTHORIZED))
        .when(new CapturePayment(PAYMENT, eur(4827)), by(STAFF))
        .expectNoEvents()
        .expectException(Rejected.with(PaymentRejection.AMOUNT_EXCEEDS_AUTHORIZED));
  }

  @Test
  void nothing_is_no_amount() {
    Payments.fixture(new KnownModels())
        .given(events(REQUESTED, AUTHORIZED))
        .when(new CapturePayment(PAYMENT, eur(0)), by(STAFF))
        .expectNoEvents()
        .expectException(Rejected.with(PaymentRejection.INVALID_AMOUNT));
  }

  @Test
  void another_currency_is_refused() {
    Payments.fixture(new KnownModels())
        .given(events(REQUESTED, AUTHORIZED))
        .when(new CapturePayment(PAYMENT, Money.of(1, "USD")), by(STAFF))
        .expectNoEvents()
        .expectException(Rejected.with(KernelRejection.CURRENCY_MISMATCH));
  }

  /// The goods are gone by then, and no caller is there to be told.
  @Test
  void what_a_process_comes_too_late_to_capture_stands_in_the_books() {
    Payments.fixture(new KnownModels())
        .given(events(REQUESTED, AUTHORIZED))
        .when(new CapturePayment(PAYMENT, null), by(PROCESS, EXPIRY))
        .expectSuccessfulHandlerExecution()
        .expectEvents(
            new PaymentFailed(
                PAYMENT,
                ORDER,
                ADA,
                PaymentOperation.CAPTURE,
                AMOUNT,
                DeclineKind.HARD,
                "AUTHORIZATION_EXPIRED",
                EXPIRY));
  }

  @Test
  void an_authorisation_that_has_lapsed_cannot_be_captured() {
    Payments.fixture(new KnownModels())
        .given(events(REQUESTED, AUTHORIZED))
        .when(new CapturePayment(PAYMENT, null), by(STAFF, EXPIRY))
        .expectNoEvents()
        .expectException(Rejected.with(PaymentRejection.AUTHORIZATION_EXPIRED));
  }

  @Test
  void an_authorisation_can_be_captured_until_it_lapses() {
    Payments.fixture(new KnownModels())
        .given(events(REQUESTED, AUTHORIZED))
        .when(new CapturePayment(PAYMENT, null), by(STAFF, EXPIRY.minusNanos(1000)))
        .expectSuccessfulHandlerExecution()
        .expectEventsMatching(
            payloadsMatching(
                exactSequenceOf(
                    predicate(
                        (PaymentCaptureRequested asked) ->
                            asked.amount().equals(AMOUNT)
                                && asked.authorizationId().equals("auth-1")))));
  }

  @Test
  void what_was_not_authorised_cannot_be_captured() {
    Payments.fixture(new KnownModels())
        .given(events(REQUESTED))
        .when(new CapturePayment(PAYMENT, null), by(STAFF))
        .expectNoEvents()
        .expectException(Rejected.with(PaymentRejection.INVALID_STATUS_TRANSITION));
  }

  @Test
  void an_unknown_outcome_is_resolved_first() {
    Payments.fixture(new KnownModels())
        .given(events(REQUESTED, UNKNOWN))
        .when(new CapturePayment(PAYMENT, null), by(STAFF))
        .expectNoEvents()
        .expectException(Rejected.with(PaymentRejection.OUTCOME_UNKNOWN));
  }

  @Test
  void a_payment_that_does_not_exist_is_not_found() {
    Payments.fixture(new KnownModels())
        .givenNoPriorActivity()
        .when(new CapturePayment(PAYMENT, null), by(STAFF))
        .expectException(AggregateNotFoundException.class);
  }
}
