package io.daybook.saga.orderplacement;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.agenda.AgendaEntry;
import io.daybook.agenda.Completion;
import io.daybook.inventory.InventoryCommand.ReleaseInventory;
import io.daybook.inventory.InventoryRejection;
import io.daybook.kernel.id.PaymentId;
import io.daybook.order.OrderCommand.CompleteOrderPlacement;
import io.daybook.order.OrderCommand.FailOrderPlacement;
import io.daybook.order.OrderEvent.OrderPlacementFailed;
import io.daybook.order.OrderRejection;
import io.daybook.payment.DeclineKind;
import io.daybook.payment.PaymentEvent.PaymentAuthorized;
import io.daybook.payment.PaymentEvent.PaymentDeclined;
import io.daybook.payment.PaymentEvent.PaymentFailed;
import io.daybook.payment.PaymentEvent.PaymentOutcomeUnknown;
import io.daybook.payment.PaymentEvent.PaymentVoidRequested;
import io.daybook.payment.PaymentEvent.PaymentVoided;
import io.daybook.payment.PaymentOperation;
import io.daybook.saga.testing.Samples;
import io.daybook.saga.testing.Warnings;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// Rules 15, 16 and 20: what becomes of stock and order when the payment does not simply come.
class PaymentOutcomeTest extends PlacementFixture {
  private static final PaymentDeclined DECLINED =
      new PaymentDeclined(
          Samples.PAYMENT,
          Samples.ORDER,
          Samples.TOTAL,
          DeclineKind.SOFT,
          "Insufficient funds",
          Samples.NOW);

  private static final PaymentOutcomeUnknown UNKNOWN =
      new PaymentOutcomeUnknown(
          Samples.PAYMENT,
          Samples.ORDER,
          PaymentOperation.AUTHORIZE,
          "key-1",
          "No answer",
          Samples.NOW);

  private static final OrderPlacementFailed TIMED_OUT =
      new OrderPlacementFailed(
          Samples.ORDER,
          "A-1",
          Samples.CUSTOMER,
          Samples.CART,
          OrderRejection.PLACEMENT_TIMED_OUT,
          "late",
          null,
          null,
          Samples.NOW);

  @Test
  void a_decline_releases_the_stock_in_reverse_and_fails_the_order_with_the_reason() {
    givenItStarted()
        .whenPublishingA(DECLINED, Samples.metadata())
        .expectActiveSagas(0)
        .expectDispatchedCommands(
            releaseCup("PAYMENT_FAILED"),
            releaseTea("PAYMENT_FAILED"),
            paymentFailed("Insufficient funds"),
            voided("PAYMENT_FAILED"));
  }

  /// A charge for something else that names the order, say, or a second card that staff try.
  @Test
  void another_payment_decides_nothing() {
    PaymentId other = PaymentId.of(Samples.uuid(99));

    givenItStarted()
        .andThenAPublished(
            new PaymentDeclined(
                other, Samples.ORDER, Samples.TOTAL, DeclineKind.HARD, "no", Samples.NOW),
            Samples.metadata())
        .whenPublishingA(
            new PaymentAuthorized(
                other, Samples.ORDER, Samples.TOTAL, "auth-9", "sandbox:x", Samples.NOW, null),
            Samples.metadata())
        .expectActiveSagas(1)
        .expectNoDispatchedCommands();
  }

  @Test
  void a_failure_does_the_same() {
    PaymentFailed failed =
        new PaymentFailed(
            Samples.PAYMENT,
            Samples.ORDER,
            Samples.CUSTOMER,
            PaymentOperation.REDIRECT,
            Samples.TOTAL,
            DeclineKind.HARD,
            "The customer cancelled",
            Samples.NOW);

    givenItStarted()
        .whenPublishingA(failed, Samples.metadata())
        .expectActiveSagas(0)
        .expectDispatchedCommands(
            releaseCup("PAYMENT_FAILED"),
            releaseTea("PAYMENT_FAILED"),
            paymentFailed("The customer cancelled"),
            voided("PAYMENT_FAILED"));
  }

  @Test
  void a_payment_that_staff_voided_does_the_same() {
    givenItStarted()
        .whenPublishingA(
            new PaymentVoided(Samples.PAYMENT, Samples.ORDER, "BY_STAFF", Samples.NOW),
            Samples.metadata())
        .expectActiveSagas(0)
        .expectDispatchedCommands(
            releaseCup("PAYMENT_FAILED"),
            releaseTea("PAYMENT_FAILED"),
            paymentFailed("BY_STAFF"),
            voided("PAYMENT_FAILED"));
  }

  @Test
  void a_payment_that_staff_want_voided_does_the_same() {
    PaymentVoidRequested wanted =
        new PaymentVoidRequested(
            Samples.PAYMENT, Samples.ORDER, null, "sandbox:late", "BY_STAFF", "key-2", Samples.NOW);

    givenItStarted()
        .whenPublishingA(wanted, Samples.metadata())
        .expectActiveSagas(0)
        .expectDispatchedCommands(
            releaseCup("PAYMENT_FAILED"),
            releaseTea("PAYMENT_FAILED"),
            paymentFailed("BY_STAFF"),
            voided("PAYMENT_FAILED"));
  }

  @Test
  void a_release_that_is_refused_hinders_nothing_and_is_told_in_the_log() {
    commands.refusing(ReleaseInventory.class, InventoryRejection.QUANTITY_EXCEEDS_RESERVED);

    try (Warnings warnings = Warnings.of(PlacementSteps.class)) {
      givenItStarted().whenPublishingA(DECLINED, Samples.metadata()).expectActiveSagas(0);

      assertThat(warnings.arguments()).hasSize(2);
    }
  }

  @Test
  void an_unknown_outcome_is_waited_for_and_never_asked_for_again() {
    givenItStarted()
        .whenPublishingA(UNKNOWN, Samples.metadata())
        .expectActiveSagas(1)
        .expectNoDispatchedCommands();

    assertThat(timeout()).map(AgendaEntry::due).contains(Samples.NOW.plus(Duration.ofMinutes(15)));
  }

  @Test
  void a_payment_that_comes_late_completes_the_order_and_leaves_nothing_on_the_agenda() {
    givenItStarted()
        .andThenAPublished(UNKNOWN, Samples.metadata())
        .whenPublishingA(Samples.authorized(), Samples.metadata())
        .expectActiveSagas(1);

    assertThat(commands.sent())
        .contains(new CompleteOrderPlacement(Samples.ORDER, Samples.PAYMENT));
    assertThat(timeout()).isEmpty();
  }

  @Test
  void a_redirect_is_given_its_time_even_before_the_customer_sets_out() {
    givenItStarted("sandbox:paypal");

    assertThat(timeout()).isPresent();
  }

  @Test
  void when_the_time_is_over_the_order_alone_decides() {
    givenItStarted("sandbox:paypal");
    commands.forget();
    AgendaEntry due = timeout().orElseThrow();

    assertThat(timeouts.run(due)).isEqualTo(Completion.REMOVE);

    assertThat(commands.sent())
        .singleElement()
        .isInstanceOfSatisfying(
            FailOrderPlacement.class,
            fail -> assertThat(fail.code()).isEqualTo(OrderRejection.PLACEMENT_TIMED_OUT));
    assertThat(commands.last().getMetaData()).containsEntry("correlationId", "correlation-1");
  }

  @Test
  void an_order_that_was_placed_in_time_is_left_alone() {
    commands.refusing(FailOrderPlacement.class, OrderRejection.INVALID_STATUS_TRANSITION);
    givenItStarted("sandbox:paypal");
    AgendaEntry due = timeout().orElseThrow();

    assertThat(timeouts.run(due)).isEqualTo(Completion.REMOVE);
  }

  @Test
  void after_it_timed_out_the_payment_is_voided_and_the_stock_released() {
    givenItStarted()
        .whenPublishingA(TIMED_OUT, Samples.metadata())
        .expectActiveSagas(0)
        .expectDispatchedCommands(
            voided("PLACEMENT_TIMED_OUT"),
            releaseCup("PLACEMENT_TIMED_OUT"),
            releaseTea("PLACEMENT_TIMED_OUT"));
  }

  @Test
  void an_authorisation_that_loses_the_race_is_voided() {
    commands.refusing(CompleteOrderPlacement.class, OrderRejection.INVALID_STATUS_TRANSITION);

    givenItStarted()
        .whenPublishingA(Samples.authorized(), Samples.metadata())
        .expectActiveSagas(0)
        .expectDispatchedCommands(
            new CompleteOrderPlacement(Samples.ORDER, Samples.PAYMENT),
            releaseCup("PAYMENT_FAILED"),
            releaseTea("PAYMENT_FAILED"),
            paymentFailed("INVALID_STATUS_TRANSITION"),
            voided("PAYMENT_FAILED"));
  }
}
