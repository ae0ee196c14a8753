package io.daybook.command.payment;

import static io.daybook.command.payment.Payments.AUTHORIZED;
import static io.daybook.command.payment.Payments.DECLINED_HARD;
import static io.daybook.command.payment.Payments.DECLINED_SOFTLY;
import static io.daybook.command.payment.Payments.REQUESTED;
import static io.daybook.command.payment.Payments.RETRIED;
import static io.daybook.command.payment.Payments.UNKNOWN;
import static io.daybook.command.testing.Given.NOW;
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
import io.daybook.order.OrderEvent.OrderPlacementFailed;
import io.daybook.order.OrderEvent.OrderPlacementStarted;
import io.daybook.order.OrderRejection;
import io.daybook.payment.PaymentCommand.RetryPayment;
import io.daybook.payment.PaymentRejection;
import java.util.List;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.junit.jupiter.api.Test;

class RetryPaymentTest {

  @Test
  void a_soft_decline_is_tried_again_as_a_new_request() {
    Payments.fixture(Payments.placing())
        .given(events(REQUESTED, DECLINED_SOFTLY))
        .when(new RetryPayment(PAYMENT), by(STAFF))
        .expectSuccessfulHandlerExecution()
        .expectEvents(RETRIED);
  }

  @Test
  void a_hard_decline_is_not_retried() {
    Payments.fixture(Payments.placing())
        .given(events(REQUESTED, DECLINED_HARD))
        .when(new RetryPayment(PAYMENT), by(STAFF))
        .expectNoEvents()
        .expectException(Rejected.with(PaymentRejection.HARD_DECLINE));
  }

  @Test
  void an_unknown_outcome_is_resolved_and_never_retried() {
    Payments.fixture(Payments.placing())
        .given(events(REQUESTED, UNKNOWN))
        .when(new RetryPayment(PAYMENT), by(STAFF))
        .expectNoEvents()
        .expectException(Rejected.with(PaymentRejection.OUTCOME_UNKNOWN));
  }

  @Test
  void a_retry_under_way_is_not_retried() {
    Payments.fixture(Payments.placing())
        .given(events(REQUESTED, DECLINED_SOFTLY, RETRIED))
        .when(new RetryPayment(PAYMENT), by(STAFF))
        .expectNoEvents()
        .expectException(Rejected.with(PaymentRejection.INVALID_STATUS_TRANSITION));
  }

  @Test
  void an_authorised_payment_is_not_retried() {
    Payments.fixture(Payments.placing())
        .given(events(REQUESTED, AUTHORIZED))
        .when(new RetryPayment(PAYMENT), by(STAFF))
        .expectNoEvents()
        .expectException(Rejected.with(PaymentRejection.INVALID_STATUS_TRANSITION));
  }

  @Test
  void an_order_that_has_failed_needs_no_payment() {
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
                        NOW),
                    new OrderPlacementFailed(
                        ORDER,
                        "K7F3-92QD",
                        ADA,
                        CartId.of(ADA),
                        OrderRejection.PAYMENT_FAILED,
                        "INSUFFICIENT_FUNDS",
                        null,
                        null,
                        NOW)))
        .given(events(REQUESTED, DECLINED_SOFTLY))
        .when(new RetryPayment(PAYMENT), by(STAFF))
        .expectNoEvents()
        .expectException(Rejected.with(PaymentRejection.INVALID_STATUS_TRANSITION));
  }

  @Test
  void a_payment_that_does_not_exist_is_not_found() {
    Payments.fixture(Payments.placing())
        .givenNoPriorActivity()
        .when(new RetryPayment(PAYMENT), by(STAFF))
        .expectException(AggregateNotFoundException.class);
  }
}
