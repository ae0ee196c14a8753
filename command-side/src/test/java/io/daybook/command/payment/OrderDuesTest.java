package io.daybook.command.payment;

import static io.daybook.command.payment.Payments.AMOUNT;
import static io.daybook.command.payment.Payments.AUTHORIZED;
import static io.daybook.command.payment.Payments.CANCELLED;
import static io.daybook.command.payment.Payments.CAPTURED;
import static io.daybook.command.payment.Payments.CAPTURING;
import static io.daybook.command.payment.Payments.DECLINED_HARD;
import static io.daybook.command.payment.Payments.EXPIRY;
import static io.daybook.command.payment.Payments.PLACEMENT_FAILED;
import static io.daybook.command.payment.Payments.REQUESTED;
import static io.daybook.command.payment.Payments.STARTED;
import static io.daybook.command.payment.Payments.VOIDED;
import static io.daybook.command.payment.Payments.placed;
import static io.daybook.command.payment.Payments.placing;
import static io.daybook.command.testing.Given.NOW;
import static io.daybook.command.testing.Given.STAFF;
import static io.daybook.command.testing.Given.TENANT;
import static io.daybook.command.testing.Given.by;
import static io.daybook.command.testing.Given.events;
import static io.daybook.command.testing.Shop.ADA;
import static io.daybook.command.testing.Shop.ORDER;
import static io.daybook.command.testing.Shop.PAYMENT;
import static io.daybook.command.testing.Shop.eur;
import static io.daybook.command.testing.Shop.uuid;

import io.daybook.command.claim.ClaimKinds;
import io.daybook.command.testing.KnownClaims;
import io.daybook.command.testing.KnownModels;
import io.daybook.command.testing.Rejected;
import io.daybook.kernel.Command;
import io.daybook.kernel.KernelRejection;
import io.daybook.kernel.Money;
import io.daybook.kernel.RejectionCode;
import io.daybook.kernel.id.CustomerId;
import io.daybook.kernel.id.PaymentId;
import io.daybook.payment.DeclineKind;
import io.daybook.payment.PaymentCommand.AuthorizePayment;
import io.daybook.payment.PaymentCommand.CapturePayment;
import io.daybook.payment.PaymentCommand.InitiatePayPal;
import io.daybook.payment.PaymentCommand.RequestPayment;
import io.daybook.payment.PaymentCommand.RetryPayment;
import io.daybook.payment.PaymentEvent.PaymentCompleted;
import io.daybook.payment.PaymentEvent.PaymentFailed;
import io.daybook.payment.PaymentEvent.PaymentRequested;
import io.daybook.payment.PaymentOperation;
import io.daybook.payment.PaymentRejection;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The order decides over every way to a payment for it.
class OrderDuesTest {
  private static final PaymentId OTHER = PaymentId.of(uuid(61));
  private static final PaymentId THIRD = PaymentId.of(uuid(62));
  private static final String FIRST_NUMBER = ORDER + "/1";

  private final KnownClaims claims = new KnownClaims();

  static List<Command> everyWay() {
    return List.of(
        charge(AMOUNT),
        new AuthorizePayment(OTHER, ORDER, ADA, "sandbox:approve", AMOUNT),
        new InitiatePayPal(OTHER, ORDER, AMOUNT, "https://a.example/", "https://b.example/"));
  }

  @ParameterizedTest
  @MethodSource("everyWay")
  void an_order_without_a_payment_is_paid(Command command) {
    accepted(placed().of(PAYMENT, REQUESTED, DECLINED_HARD), command, NOW);
  }

  @ParameterizedTest
  @MethodSource("everyWay")
  void an_order_that_is_paid_takes_no_other_payment(Command command) {
    refused(
        placed().of(PAYMENT, REQUESTED, AUTHORIZED, CAPTURING, CAPTURED),
        command,
        PaymentRejection.AMOUNT_EXCEEDS_OPEN);
  }

  @ParameterizedTest
  @MethodSource("everyWay")
  void money_that_is_held_or_on_its_way_counts_as_paid(Command command) {
    refused(placed().of(PAYMENT, REQUESTED), command, PaymentRejection.AMOUNT_EXCEEDS_OPEN);
    refused(
        placed().of(PAYMENT, REQUESTED, AUTHORIZED), command, PaymentRejection.AMOUNT_EXCEEDS_OPEN);
  }

  @ParameterizedTest
  @MethodSource("everyWay")
  void an_order_that_is_being_placed_takes_its_own_payment_only(Command command) {
    refused(placing(), command, PaymentRejection.ORDER_NOT_PAYABLE);
  }

  @ParameterizedTest
  @MethodSource("everyWay")
  void an_order_that_is_over_takes_no_payment(Command command) {
    refused(placed(CANCELLED), command, PaymentRejection.ORDER_NOT_PAYABLE);
    refused(
        new KnownModels().of(ORDER, STARTED, PLACEMENT_FAILED),
        command,
        PaymentRejection.ORDER_NOT_PAYABLE);
  }

  @ParameterizedTest
  @MethodSource("everyWay")
  void an_order_that_does_not_exist_takes_no_payment(Command command) {
    refused(new KnownModels(), command, PaymentRejection.ORDER_NOT_FOUND);
  }

  @Test
  void only_paypal_may_come_before_the_order() {
    refused(
        new KnownModels(),
        new RequestPayment(PAYMENT, ORDER, ADA, "sandbox:approve", AMOUNT),
        PaymentRejection.ORDER_NOT_FOUND);
    accepted(
        new KnownModels(),
        new InitiatePayPal(PAYMENT, ORDER, AMOUNT, "https://a.example/", "https://b.example/"),
        NOW);
  }

  @Test
  void a_placement_is_not_charged_at_once() {
    refused(
        placing(),
        new RequestPayment(PAYMENT, ORDER, ADA, "sandbox:approve", AMOUNT),
        PaymentRejection.ORDER_NOT_PAYABLE);
  }

  @Test
  void an_order_is_paid_by_its_customer() {
    refused(
        placed(),
        new RequestPayment(OTHER, ORDER, CustomerId.of(uuid(63)), "sandbox:approve", AMOUNT),
        PaymentRejection.ORDER_OF_ANOTHER_CUSTOMER);
  }

  @Test
  void who_names_no_customer_pays_for_the_order_s() {
    Payments.fixture(placed(), claims)
        .givenNoPriorActivity()
        .when(new RequestPayment(OTHER, ORDER, null, "sandbox:approve", AMOUNT), by(STAFF))
        .expectEvents(requested(OTHER, AMOUNT));
  }

  @Test
  void another_currency_is_refused() {
    refused(placed(), charge(Money.of(1, "USD")), KernelRejection.CURRENCY_MISMATCH);
  }

  @Test
  void one_cent_too_much_is_refused() {
    KnownModels paidInPart =
        placed()
            .of(PAYMENT, REQUESTED, DECLINED_HARD)
            .of(THIRD, requested(THIRD, eur(1000)), captured(THIRD, 1000));
    claims.take(TENANT.value(), ClaimKinds.ORDER_PAYMENT, FIRST_NUMBER, THIRD.value());

    refused(paidInPart, charge(eur(3827)), PaymentRejection.AMOUNT_EXCEEDS_OPEN);
    accepted(paidInPart, charge(eur(3826)), NOW);
  }

  @Test
  void an_authorisation_that_has_lapsed_pays_nothing() {
    KnownModels held = placed().of(PAYMENT, REQUESTED, AUTHORIZED);

    accepted(held, charge(AMOUNT), EXPIRY);
  }

  @Test
  void what_was_voided_is_still_to_be_paid() {
    accepted(placed().of(PAYMENT, REQUESTED, AUTHORIZED, VOIDED), charge(AMOUNT), NOW);
  }

  @Test
  void a_second_try_is_admitted_like_a_first() {
    KnownModels models =
        placed().of(PAYMENT, REQUESTED, AUTHORIZED).of(OTHER, requested(OTHER, AMOUNT));

    Payments.fixture(models, claims)
        .given(
            events(
                requested(OTHER, AMOUNT),
                new PaymentFailed(
                    OTHER,
                    ORDER,
                    ADA,
                    PaymentOperation.CHARGE,
                    AMOUNT,
                    DeclineKind.SOFT,
                    "no",
                    NOW)))
        .when(new RetryPayment(OTHER), by(STAFF))
        .expectNoEvents()
        .expectException(Rejected.with(PaymentRejection.AMOUNT_EXCEEDS_OPEN));
  }

  @Test
  void what_is_held_for_a_cancelled_order_is_not_captured() {
    Payments.fixture(placed(CANCELLED), claims)
        .given(events(REQUESTED, AUTHORIZED))
        .when(new CapturePayment(PAYMENT, null), by(STAFF))
        .expectNoEvents()
        .expectException(Rejected.with(PaymentRejection.ORDER_NOT_PAYABLE));
  }

  private void accepted(KnownModels models, Command command, Instant at) {
    Payments.fixture(models, claims)
        .givenNoPriorActivity()
        .when(command, by(STAFF, at))
        .expectSuccessfulHandlerExecution();
  }

  private void refused(KnownModels models, Command command, RejectionCode code) {
    Payments.fixture(models, claims)
        .givenNoPriorActivity()
        .when(command, by(STAFF))
        .expectNoEvents()
        .expectException(Rejected.with(code));
  }

  private static RequestPayment charge(Money amount) {
    return new RequestPayment(OTHER, ORDER, ADA, "sandbox:approve", amount);
  }

  private static PaymentRequested requested(PaymentId payment, Money amount) {
    return new PaymentRequested(
        payment,
        ORDER,
        ADA,
        PaymentOperation.CHARGE,
        "sandbox:approve",
        amount,
        1,
        payment + "/1",
        null,
        null,
        NOW);
  }

  private static PaymentCompleted captured(PaymentId payment, long cents) {
    return new PaymentCompleted(payment, ORDER, ADA, eur(cents), "ref", NOW);
  }
}
