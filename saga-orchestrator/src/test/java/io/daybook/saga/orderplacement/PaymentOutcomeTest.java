package io.daybook.saga.orderplacement;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.agenda.AgendaEntry;
import io.daybook.inventory.InventoryCommand.ReleaseInventory;
import io.daybook.inventory.InventoryCommand.ReserveInventory;
import io.daybook.inventory.InventoryEvent.InventoryReservationRejected;
import io.daybook.inventory.InventoryRejection;
import io.daybook.kernel.Meta;
import io.daybook.kernel.id.InventoryId;
import io.daybook.kernel.id.PaymentId;
import io.daybook.order.OrderCommand.CompleteOrderPlacement;
import io.daybook.order.OrderCommand.FailOrderPlacement;
import io.daybook.order.OrderEvent.OrderPlacementCancelRequested;
import io.daybook.order.OrderEvent.OrderPlacementFailed;
import io.daybook.order.OrderRejection;
import io.daybook.payment.DeclineKind;
import io.daybook.payment.PaymentCommand.AuthorizePayment;
import io.daybook.payment.PaymentCommand.ResolvePayment;
import io.daybook.payment.PaymentEvent.PaymentAuthorized;
import io.daybook.payment.PaymentEvent.PaymentDeclined;
import io.daybook.payment.PaymentEvent.PaymentFailed;
import io.daybook.payment.PaymentEvent.PaymentOutcomeUnknown;
import io.daybook.payment.PaymentEvent.PaymentVoidRequested;
import io.daybook.payment.PaymentEvent.PaymentVoided;
import io.daybook.payment.PaymentOperation;
import io.daybook.payment.PaymentRejection;
import io.daybook.saga.testing.Samples;
import io.daybook.saga.testing.Warnings;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/// Rules 15, 16 and 20: what becomes of stock and order when the payment does not simply come.
class PaymentOutcomeTest extends PlacementFixture {
  private static final Duration RESERVATION = Duration.ofMinutes(15);
  private static final Duration LAST = Duration.ofSeconds(10);

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

  private static final OrderPlacementCancelRequested CANCEL_REQUESTED =
      new OrderPlacementCancelRequested(Samples.ORDER, "A-1", "changed my mind", Samples.NOW);

  @Test
  void a_decline_releases_the_stock_in_reverse_and_fails_the_order_with_the_reason() {
    givenItStarted()
        .when(DECLINED)
        .expectRunning(0)
        .expectCommands(
            releaseCup("PAYMENT_FAILED"),
            releaseTea("PAYMENT_FAILED"),
            paymentFailed("Insufficient funds"),
            returned("PAYMENT_FAILED"));
  }

  /// A charge for something else that names the order, say, or a second card that staff try.
  @Test
  void another_payment_decides_nothing() {
    PaymentId other = PaymentId.of(Samples.uuid(99));

    givenItStarted()
        .given(
            new PaymentDeclined(
                other, Samples.ORDER, Samples.TOTAL, DeclineKind.HARD, "no", Samples.NOW))
        .when(
            new PaymentAuthorized(
                other, Samples.ORDER, Samples.TOTAL, "auth-9", "sandbox:x", Samples.NOW, null))
        .expectRunning(1)
        .expectNoCommands();
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
        .when(failed)
        .expectRunning(0)
        .expectCommands(
            releaseCup("PAYMENT_FAILED"),
            releaseTea("PAYMENT_FAILED"),
            paymentFailed("The customer cancelled"),
            returned("PAYMENT_FAILED"));
  }

  @Test
  void a_payment_that_staff_voided_does_the_same() {
    givenItStarted()
        .when(new PaymentVoided(Samples.PAYMENT, Samples.ORDER, "BY_STAFF", Samples.NOW))
        .expectRunning(0)
        .expectCommands(
            releaseCup("PAYMENT_FAILED"),
            releaseTea("PAYMENT_FAILED"),
            paymentFailed("BY_STAFF"),
            returned("PAYMENT_FAILED"));
  }

  @Test
  void a_payment_that_staff_want_voided_does_the_same() {
    PaymentVoidRequested wanted =
        new PaymentVoidRequested(
            Samples.PAYMENT, Samples.ORDER, null, "sandbox:late", "BY_STAFF", "key-2", Samples.NOW);

    givenItStarted()
        .when(wanted)
        .expectRunning(0)
        .expectCommands(
            releaseCup("PAYMENT_FAILED"),
            releaseTea("PAYMENT_FAILED"),
            paymentFailed("BY_STAFF"),
            returned("PAYMENT_FAILED"));
  }

  @Test
  void a_release_that_is_refused_hinders_nothing_and_is_told_in_the_log() {
    commands.refusing(ReleaseInventory.class, InventoryRejection.QUANTITY_EXCEEDS_RESERVED);

    try (Warnings warnings = Warnings.of(PlacementActivities.class)) {
      givenItStarted().when(DECLINED).expectRunning(0);

      assertThat(warnings.arguments()).hasSize(2);
    }
  }

  @Test
  void an_unknown_outcome_is_waited_for_and_never_asked_for_again() {
    givenItStarted().when(UNKNOWN).expectRunning(1).expectNoCommands();

    assertThat(deadline()).map(AgendaEntry::due).contains(Samples.NOW.plus(Duration.ofMinutes(15)));
  }

  @Test
  void a_payment_that_comes_late_completes_the_order_and_leaves_nothing_on_the_agenda() {
    givenItStarted().given(UNKNOWN).when(Samples.authorized()).expectRunning(1);

    assertThat(commands.sent())
        .contains(new CompleteOrderPlacement(Samples.ORDER, Samples.PAYMENT));
    assertThat(deadline()).isEmpty();
  }

  @Test
  void a_redirect_is_given_its_time_even_before_the_customer_sets_out() {
    givenItStarted("sandbox:paypal");

    assertThat(deadline()).isPresent();
  }

  /// A customer may have approved half a second ago, and closed the page.
  @Test
  void at_the_deadline_the_gateway_is_asked_once_more() {
    givenItStarted("sandbox:paypal")
        .whenTimeElapses(RESERVATION)
        .expectRunning(1)
        .expectCommands(new ResolvePayment(Samples.PAYMENT, null, null));

    assertThat(deadline()).map(AgendaEntry::due).contains(Samples.NOW.plus(RESERVATION).plus(LAST));
  }

  @Test
  void what_the_gateway_knew_at_the_deadline_completes_the_order() {
    givenItStarted("sandbox:paypal")
        .whenTimeElapses(RESERVATION)
        .when(Samples.authorized())
        .expectRunning(1);

    assertThat(commands.sent())
        .contains(new CompleteOrderPlacement(Samples.ORDER, Samples.PAYMENT));
    assertThat(deadline()).isEmpty();
  }

  @Test
  void soon_after_the_deadline_the_order_is_asked_to_fail_and_alone_decides() {
    Instant due = Samples.NOW.plus(RESERVATION).plus(LAST);

    givenItStarted("sandbox:paypal")
        .whenTimeElapses(RESERVATION)
        .whenTimeElapses(LAST)
        .expectRunning(1)
        .expectCommands(
            new FailOrderPlacement(
                Samples.ORDER,
                OrderRejection.PLACEMENT_TIMED_OUT,
                "The payment did not come by " + due,
                null,
                null));

    assertThat(commands.last().getMetaData())
        .containsEntry(Meta.CORRELATION_ID, "correlation-1")
        .containsKey(Meta.CAUSATION_ID);
    assertThat(deadline()).isEmpty();
  }

  @Test
  void before_the_deadline_nothing_happens() {
    givenItStarted("sandbox:paypal").whenTimeElapses(Duration.ofMinutes(14)).expectNoCommands();
  }

  @Test
  void an_order_that_was_placed_in_time_is_left_alone() {
    commands.refusing(FailOrderPlacement.class, OrderRejection.INVALID_STATUS_TRANSITION);

    try (Warnings warnings = Warnings.of(PlacementActivities.class)) {
      givenItStarted("sandbox:paypal")
          .whenTimeElapses(RESERVATION)
          .whenTimeElapses(LAST)
          .expectRunning(1);

      assertThat(warnings.arguments()).isEmpty();
    }
  }

  @Test
  void a_deadline_of_a_placement_that_has_ended_is_dropped() {
    givenItStarted("sandbox:paypal");
    fixture.database().sql("DELETE FROM process.instance").update();

    fixture.whenTimeElapses(Duration.ofMinutes(15)).expectNoCommands();
    assertThat(deadline()).isEmpty();
  }

  @Test
  void after_it_timed_out_the_payment_is_voided_and_the_stock_released() {
    givenItStarted()
        .when(TIMED_OUT)
        .expectRunning(0)
        .expectCommands(
            returned("PLACEMENT_TIMED_OUT"),
            releaseCup("PLACEMENT_TIMED_OUT"),
            releaseTea("PLACEMENT_TIMED_OUT"));
  }

  /// The stock is given up first, so that the customer who orders again finds it.
  @Test
  void a_placement_that_the_customer_gives_up_ends_at_once() {
    givenItStarted("sandbox:paypal")
        .when(CANCEL_REQUESTED)
        .expectRunning(0)
        .expectCommands(
            releaseCup("PLACEMENT_CANCELLED"),
            releaseTea("PLACEMENT_CANCELLED"),
            new FailOrderPlacement(
                Samples.ORDER, OrderRejection.PLACEMENT_CANCELLED, "changed my mind", null, null),
            returned("PLACEMENT_CANCELLED"));
    assertThat(deadline()).isEmpty();
  }

  @Test
  void a_payment_that_comes_after_the_customer_gave_up_goes_back() {
    commands.refusing(CompleteOrderPlacement.class, OrderRejection.PLACEMENT_CANCELLED);

    givenItStarted().when(Samples.authorized()).expectRunning(0);

    assertThat(commands.sent()).last().isEqualTo(returned("PLACEMENT_CANCELLED"));
  }

  /// The customer approved at PayPal before ordering.
  @Test
  void a_payment_that_came_before_an_order_without_stock_goes_back() {
    commands.answering(ReserveInventory.class, false);

    givenItStarted("sandbox:paypal")
        .when(
            new InventoryReservationRejected(
                InventoryId.of(Samples.TEA, null),
                Samples.TEA,
                null,
                5,
                0,
                Samples.ORDER,
                Samples.NOW))
        .expectRunning(0);

    assertThat(commands.sent()).last().isEqualTo(returned("OUT_OF_STOCK"));
  }

  /// The customer approved another amount at PayPal than the order came to.
  @Test
  void a_payment_of_another_amount_goes_back() {
    commands.refusing(AuthorizePayment.class, PaymentRejection.PAYMENT_ID_TAKEN);

    givenItStarted("sandbox:paypal").expectRunning(0);

    assertThat(commands.sent()).last().isEqualTo(returned("PAYMENT_FAILED"));
  }

  @Test
  void an_authorisation_that_loses_the_race_goes_back() {
    commands.refusing(CompleteOrderPlacement.class, OrderRejection.INVALID_STATUS_TRANSITION);

    givenItStarted()
        .when(Samples.authorized())
        .expectRunning(0)
        .expectCommands(
            new CompleteOrderPlacement(Samples.ORDER, Samples.PAYMENT),
            releaseCup("PAYMENT_FAILED"),
            releaseTea("PAYMENT_FAILED"),
            paymentFailed("INVALID_STATUS_TRANSITION"),
            returned("PAYMENT_FAILED"));
  }
}
