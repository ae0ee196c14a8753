package io.daybook.command.payment;

import static io.daybook.command.payment.Payments.AMOUNT;
import static io.daybook.command.payment.Payments.AUTHORIZED;
import static io.daybook.command.payment.Payments.AWAITING_BROWSER;
import static io.daybook.command.payment.Payments.CANCELLED;
import static io.daybook.command.payment.Payments.CAPTURED;
import static io.daybook.command.payment.Payments.CAPTURING;
import static io.daybook.command.payment.Payments.CHARGING;
import static io.daybook.command.payment.Payments.DECLINED_HARD;
import static io.daybook.command.payment.Payments.KEY;
import static io.daybook.command.payment.Payments.PLACEMENT_FAILED;
import static io.daybook.command.payment.Payments.REDIRECTED;
import static io.daybook.command.payment.Payments.REDIRECTING_UNASKED;
import static io.daybook.command.payment.Payments.REQUESTED;
import static io.daybook.command.payment.Payments.STARTED;
import static io.daybook.command.payment.Payments.placed;
import static io.daybook.command.payment.Payments.placing;
import static io.daybook.command.testing.Given.NOW;
import static io.daybook.command.testing.Given.PROCESS;
import static io.daybook.command.testing.Given.by;
import static io.daybook.command.testing.Given.events;
import static io.daybook.command.testing.Shop.ADA;
import static io.daybook.command.testing.Shop.ORDER;
import static io.daybook.command.testing.Shop.PAYMENT;
import static org.axonframework.test.matchers.Matchers.exactSequenceOf;
import static org.axonframework.test.matchers.Matchers.payloadsMatching;
import static org.axonframework.test.matchers.Matchers.predicate;

import io.daybook.command.testing.KnownModels;
import io.daybook.kernel.Event;
import io.daybook.kernel.id.RefundId;
import io.daybook.payment.DeclineKind;
import io.daybook.payment.GatewayAnswer.Approved;
import io.daybook.payment.GatewayAnswer.Declined;
import io.daybook.payment.PaymentCommand.RecordGatewayAnswer;
import io.daybook.payment.PaymentCommand.ReturnUnwantedPayment;
import io.daybook.payment.PaymentEvent;
import io.daybook.payment.PaymentEvent.PaymentCaptured;
import io.daybook.payment.PaymentEvent.PaymentCompleted;
import io.daybook.payment.PaymentEvent.PaymentFailed;
import io.daybook.payment.PaymentEvent.PaymentRefundRequested;
import io.daybook.payment.PaymentEvent.PaymentRequested;
import io.daybook.payment.PaymentEvent.PaymentVoidRequested;
import io.daybook.payment.PaymentEvent.PaymentVoided;
import io.daybook.payment.PaymentOperation;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.axonframework.messaging.Message;
import org.axonframework.test.aggregate.ResultValidator;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReturnUnwantedPaymentTest {
  private static final ReturnUnwantedPayment RETURN =
      new ReturnUnwantedPayment(PAYMENT, "no order");
  private static final PaymentVoidRequested IN_ADVANCE =
      new PaymentVoidRequested(
          PAYMENT, ORDER, null, "sandbox:approve", "no order", PAYMENT + "/void/1", NOW);

  /// Never placed, failed, or cancelled.
  static Stream<KnownModels> ordersThatWantNothing() {
    return Stream.of(
        new KnownModels(),
        new KnownModels().of(ORDER, STARTED, PLACEMENT_FAILED),
        placed(CANCELLED));
  }

  @ParameterizedTest
  @MethodSource("ordersThatWantNothing")
  void what_is_held_is_voided(KnownModels models) {
    returned(models, REDIRECTING_UNASKED, REDIRECTED, AUTHORIZED)
        .expectEventsMatching(only(PaymentVoidRequested.class, it -> it.authorizationId() != null));
  }

  @ParameterizedTest
  @MethodSource("ordersThatWantNothing")
  void what_was_captured_is_refunded(KnownModels models) {
    returned(models, REQUESTED, AUTHORIZED, CAPTURING, CAPTURED)
        .expectEventsMatching(
            only(
                PaymentRefundRequested.class,
                it ->
                    it.amount().equals(AMOUNT)
                        && it.refundId().equals(RefundId.of(PAYMENT.uuid()))));
  }

  @ParameterizedTest
  @MethodSource("ordersThatWantNothing")
  void what_is_on_its_way_is_given_up_in_advance(KnownModels models) {
    for (PaymentRequested requested : new PaymentRequested[] {REQUESTED, CHARGING}) {
      returned(models, requested)
          .expectEventsMatching(
              only(PaymentVoidRequested.class, it -> it.authorizationId() == null));
    }
    returned(models, REQUESTED, AUTHORIZED, CAPTURING)
        .expectEventsMatching(only(PaymentVoidRequested.class, it -> it.authorizationId() == null));
  }

  @Test
  void an_order_that_stands_or_is_being_placed_wants_its_payment() {
    returned(placed(), REQUESTED, AUTHORIZED).expectNoEvents();
    returned(placing(), REDIRECTING_UNASKED, REDIRECTED, AUTHORIZED).expectNoEvents();
  }

  @Test
  void a_payment_for_no_order_is_nobody_s_business() {
    PaymentRequested alone =
        new PaymentRequested(
            PAYMENT,
            null,
            ADA,
            PaymentOperation.AUTHORIZE,
            "sandbox:approve",
            AMOUNT,
            1,
            KEY,
            null,
            null,
            NOW);

    returned(new KnownModels(), alone, AUTHORIZED).expectNoEvents();
  }

  @Test
  void where_nothing_is_held_there_is_nothing_to_do() {
    returned(new KnownModels(), REQUESTED, DECLINED_HARD).expectNoEvents();
    returned(new KnownModels(), REQUESTED, IN_ADVANCE).expectNoEvents();
  }

  @Test
  void a_redirect_that_never_started_is_void_at_once() {
    returned(new KnownModels(), AWAITING_BROWSER)
        .expectEvents(new PaymentVoided(PAYMENT, ORDER, "no order", NOW));
  }

  @Test
  void a_charge_that_was_given_up_is_refunded_when_it_has_come() {
    Payments.fixture(placed(CANCELLED))
        .given(events(CHARGING, IN_ADVANCE))
        .when(new RecordGatewayAnswer(PAYMENT, KEY, new Approved("ref", null)), by(PROCESS))
        .expectEventsMatching(
            payloadsMatching(
                exactSequenceOf(
                    predicate(PaymentCompleted.class::isInstance),
                    predicate(PaymentRefundRequested.class::isInstance))));
  }

  @Test
  void a_capture_that_was_given_up_is_refunded_when_it_has_come() {
    Payments.fixture(placed(CANCELLED))
        .given(events(REQUESTED, AUTHORIZED, CAPTURING, IN_ADVANCE))
        .when(
            new RecordGatewayAnswer(PAYMENT, "capture-key", new Approved("ref", null)), by(PROCESS))
        .expectEventsMatching(
            payloadsMatching(
                exactSequenceOf(
                    predicate(PaymentCaptured.class::isInstance),
                    predicate(PaymentRefundRequested.class::isInstance))));
  }

  @Test
  void a_capture_that_was_given_up_and_failed_leaves_an_authorisation_to_void() {
    Payments.fixture(placed(CANCELLED))
        .given(events(REQUESTED, AUTHORIZED, CAPTURING, IN_ADVANCE))
        .when(
            new RecordGatewayAnswer(
                PAYMENT, "capture-key", new Declined(DeclineKind.HARD, "refused")),
            by(PROCESS))
        .expectEventsMatching(
            payloadsMatching(
                exactSequenceOf(
                    predicate(PaymentFailed.class::isInstance),
                    predicate(
                        payload ->
                            payload instanceof PaymentVoidRequested voiding
                                && "auth-1".equals(voiding.authorizationId())))));
  }

  private static ResultValidator<Payment> returned(KnownModels models, Event... history) {
    return Payments.fixture(models)
        .given(events(history))
        .when(RETURN, by(PROCESS))
        .expectSuccessfulHandlerExecution();
  }

  private static <E extends PaymentEvent> Matcher<List<Message<?>>> only(
      Class<E> type, Predicate<E> rule) {
    return payloadsMatching(
        exactSequenceOf(
            predicate(payload -> type.isInstance(payload) && rule.test(type.cast(payload)))));
  }
}
