package io.daybook.command.payment;

import static io.daybook.command.payment.Payments.AMOUNT;
import static io.daybook.command.payment.Payments.AUTHORIZED;
import static io.daybook.command.payment.Payments.CAPTURED;
import static io.daybook.command.payment.Payments.CAPTURING;
import static io.daybook.command.payment.Payments.REQUESTED;
import static io.daybook.command.testing.Given.NOW;
import static io.daybook.command.testing.Given.STAFF;
import static io.daybook.command.testing.Given.by;
import static io.daybook.command.testing.Given.events;
import static io.daybook.command.testing.Shop.ORDER;
import static io.daybook.command.testing.Shop.PAYMENT;
import static io.daybook.command.testing.Shop.eur;
import static io.daybook.command.testing.Shop.uuid;

import io.daybook.command.testing.KnownModels;
import io.daybook.command.testing.Rejected;
import io.daybook.kernel.id.RefundId;
import io.daybook.payment.PaymentCommand.RefundPayment;
import io.daybook.payment.PaymentEvent.PaymentRefundFailed;
import io.daybook.payment.PaymentEvent.PaymentRefundRequested;
import io.daybook.payment.PaymentRejection;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.junit.jupiter.api.Test;

class RefundPaymentTest {

  private static final PaymentRefundRequested REFUNDING = refunding(51, 3000);

  @Test
  void a_refund_is_written_down_before_the_gateway_is_asked() {
    Payments.fixture(new KnownModels())
        .given(events(REQUESTED, AUTHORIZED, CAPTURING, CAPTURED))
        .when(new RefundPayment(PAYMENT, RefundId.of(uuid(51)), eur(3000), "broken"), by(STAFF))
        .expectSuccessfulHandlerExecution()
        .expectEvents(REFUNDING);
  }

  @Test
  void without_an_amount_all_that_is_left_is_given_back() {
    Payments.fixture(new KnownModels())
        .given(events(REQUESTED, AUTHORIZED, CAPTURING, CAPTURED, REFUNDING))
        .when(new RefundPayment(PAYMENT, RefundId.of(uuid(52)), null, "broken"), by(STAFF))
        .expectSuccessfulHandlerExecution()
        .expectEvents(refunding(52, AMOUNT.amountMinor() - 3000));
  }

  @Test
  void where_nothing_is_left_nothing_is_given_back() {
    Payments.fixture(new KnownModels())
        .given(
            events(REQUESTED, AUTHORIZED, CAPTURING, CAPTURED, refunding(51, AMOUNT.amountMinor())))
        .when(new RefundPayment(PAYMENT, RefundId.of(uuid(52)), null, "broken"), by(STAFF))
        .expectSuccessfulHandlerExecution()
        .expectNoEvents();
  }

  @Test
  void the_same_refund_again_changes_nothing() {
    Payments.fixture(new KnownModels())
        .given(events(REQUESTED, AUTHORIZED, CAPTURING, CAPTURED, REFUNDING))
        .when(new RefundPayment(PAYMENT, RefundId.of(uuid(51)), eur(3000), "broken"), by(STAFF))
        .expectSuccessfulHandlerExecution()
        .expectNoEvents();
  }

  @Test
  void another_amount_under_the_same_id_is_refused() {
    Payments.fixture(new KnownModels())
        .given(events(REQUESTED, AUTHORIZED, CAPTURING, CAPTURED, REFUNDING))
        .when(new RefundPayment(PAYMENT, RefundId.of(uuid(51)), eur(1), "broken"), by(STAFF))
        .expectNoEvents()
        .expectException(Rejected.with(PaymentRejection.REFUND_ID_TAKEN));
  }

  @Test
  void refunds_in_flight_count() {
    Payments.fixture(new KnownModels())
        .given(events(REQUESTED, AUTHORIZED, CAPTURING, CAPTURED, REFUNDING))
        .when(new RefundPayment(PAYMENT, RefundId.of(uuid(52)), eur(1827), "broken"), by(STAFF))
        .expectNoEvents()
        .expectException(Rejected.with(PaymentRejection.REFUND_EXCEEDS_CAPTURED));
  }

  @Test
  void what_is_left_can_be_refunded() {
    Payments.fixture(new KnownModels())
        .given(events(REQUESTED, AUTHORIZED, CAPTURING, CAPTURED, REFUNDING))
        .when(new RefundPayment(PAYMENT, RefundId.of(uuid(52)), eur(1826), "broken"), by(STAFF))
        .expectSuccessfulHandlerExecution()
        .expectEvents(refunding(52, 1826));
  }

  @Test
  void a_refund_that_failed_counts_no_more() {
    Payments.fixture(new KnownModels())
        .given(events(REQUESTED, AUTHORIZED, CAPTURING, CAPTURED, REFUNDING, failed()))
        .when(new RefundPayment(PAYMENT, RefundId.of(uuid(52)), eur(4826), "broken"), by(STAFF))
        .expectSuccessfulHandlerExecution()
        .expectEvents(refunding(52, 4826));
  }

  @Test
  void nothing_is_no_amount() {
    Payments.fixture(new KnownModels())
        .given(events(REQUESTED, AUTHORIZED, CAPTURING, CAPTURED))
        .when(new RefundPayment(PAYMENT, RefundId.of(uuid(51)), eur(0), "broken"), by(STAFF))
        .expectNoEvents()
        .expectException(Rejected.with(PaymentRejection.INVALID_AMOUNT));
  }

  @Test
  void what_was_not_captured_cannot_be_refunded() {
    Payments.fixture(new KnownModels())
        .given(events(REQUESTED, AUTHORIZED))
        .when(new RefundPayment(PAYMENT, RefundId.of(uuid(51)), eur(1), "broken"), by(STAFF))
        .expectNoEvents()
        .expectException(Rejected.with(PaymentRejection.INVALID_STATUS_TRANSITION));
  }

  @Test
  void a_payment_that_does_not_exist_is_not_found() {
    Payments.fixture(new KnownModels())
        .givenNoPriorActivity()
        .when(new RefundPayment(PAYMENT, RefundId.of(uuid(51)), eur(1), "broken"), by(STAFF))
        .expectException(AggregateNotFoundException.class);
  }

  private static PaymentRefundRequested refunding(int id, long cents) {
    RefundId refund = RefundId.of(uuid(id));
    return new PaymentRefundRequested(
        PAYMENT,
        ORDER,
        refund,
        eur(cents),
        "capture-1",
        "sandbox:approve",
        "broken",
        PAYMENT + "/refund/" + refund,
        NOW);
  }

  private static PaymentRefundFailed failed() {
    return new PaymentRefundFailed(
        PAYMENT, ORDER, eur(3000), RefundId.of(uuid(51)), "ACCOUNT_CLOSED", NOW);
  }
}
