package io.daybook.saga.orderplacement;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.inventory.InventoryCommand.DeductInventory;
import io.daybook.inventory.InventoryRejection;
import io.daybook.kernel.Money;
import io.daybook.kernel.id.InventoryId;
import io.daybook.kernel.id.PaymentId;
import io.daybook.order.OrderCommand.RaiseOrderIssue;
import io.daybook.order.OrderCommand.ResolveOrderIssue;
import io.daybook.order.OrderEvent.OrderCancelled;
import io.daybook.order.OrderEvent.OrderIssueResolved;
import io.daybook.order.OrderEvent.OrderShipped;
import io.daybook.order.OrderIssue;
import io.daybook.payment.DeclineKind;
import io.daybook.payment.PaymentCommand.CapturePayment;
import io.daybook.payment.PaymentCommand.ReturnUnwantedPayment;
import io.daybook.payment.PaymentEvent.PaymentAuthorized;
import io.daybook.payment.PaymentEvent.PaymentCaptured;
import io.daybook.payment.PaymentEvent.PaymentCompleted;
import io.daybook.payment.PaymentEvent.PaymentFailed;
import io.daybook.payment.PaymentEvent.PaymentVoided;
import io.daybook.payment.PaymentOperation;
import io.daybook.payment.PaymentRejection;
import io.daybook.saga.testing.Samples;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Rule 15: shipping captures, cancelling before the capture is a void, and after it a refund.
class AfterPlacementTest extends PlacementFixture {
  private static final OrderCancelled CANCELLED =
      new OrderCancelled(
          Samples.ORDER, "A-1", Samples.CUSTOMER, "CHANGED_MIND", List.of(), Samples.NOW);

  private static final OrderShipped SHIPPED =
      new OrderShipped(Samples.ORDER, "A-1", "1Z", "UPS", Samples.NOW);

  private static final Money PART = Money.of(4_000, "EUR");

  private static final PaymentId OTHER = PaymentId.of(Samples.uuid(99));

  private static final PaymentFailed CAPTURE_FAILED =
      new PaymentFailed(
          Samples.PAYMENT,
          Samples.ORDER,
          Samples.CUSTOMER,
          PaymentOperation.CAPTURE,
          Samples.TOTAL,
          DeclineKind.HARD,
          "refused",
          Samples.NOW);

  @Test
  void shipping_takes_the_stock_off_the_shelf_and_captures_the_payment() {
    givenItIsPlaced()
        .when(SHIPPED)
        .expectRunning(1)
        .expectCommands(DEDUCT_TEA, DEDUCT_CUP, new CapturePayment(Samples.PAYMENT, null));
  }

  @Test
  void the_process_ends_when_all_the_money_has_come() {
    givenItIsPlaced().given(SHIPPED).when(captured(7_000)).expectRunning(0).expectNoCommands();
  }

  @Test
  void an_order_that_was_paid_before_it_is_shipped_needs_no_capture() {
    givenItIsPlaced()
        .given(captured(7_000))
        .when(SHIPPED)
        .expectRunning(0)
        .expectCommands(DEDUCT_TEA, DEDUCT_CUP);
  }

  /// Staff captured a part by hand, before the shipment or at the same moment.
  @Test
  void the_rest_of_a_payment_is_captured_at_shipping() {
    givenItIsPlaced()
        .given(captured(4_000))
        .when(SHIPPED)
        .expectRunning(1)
        .expectCommands(DEDUCT_TEA, DEDUCT_CUP, new CapturePayment(Samples.PAYMENT, null));
    fixture.when(captured(3_000)).expectRunning(0);

    givenItIsPlaced()
        .given(SHIPPED)
        .when(captured(4_000))
        .expectCommands(new CapturePayment(Samples.PAYMENT, null));
  }

  @Test
  void a_capture_that_is_declined_shows_on_the_order_until_the_money_has_come() {
    givenItIsPlaced()
        .given(SHIPPED)
        .when(CAPTURE_FAILED)
        .expectRunning(1)
        .expectCommands(missing("refused", 7_000));
    fixture
        .when(captured(7_000))
        .expectRunning(0)
        .expectCommands(new ResolveOrderIssue(Samples.ORDER, OrderIssue.PAYMENT_MISSING));
  }

  @Test
  void a_payment_that_cannot_be_captured_shows_on_the_order() {
    commands.refusing(CapturePayment.class, PaymentRejection.INVALID_STATUS_TRANSITION);

    givenItIsPlaced()
        .when(SHIPPED)
        .expectRunning(1)
        .expectCommands(
            DEDUCT_TEA,
            DEDUCT_CUP,
            new CapturePayment(Samples.PAYMENT, null),
            missing("INVALID_STATUS_TRANSITION", 7_000));
  }

  @Test
  void what_staff_void_after_the_shipment_shows_on_the_order() {
    givenItIsPlaced()
        .given(SHIPPED)
        .when(new PaymentVoided(Samples.PAYMENT, Samples.ORDER, "by staff", Samples.NOW))
        .expectRunning(1)
        .expectCommands(missing("by staff", 7_000));
  }

  @Test
  void another_payment_may_bring_what_the_first_did_not() {
    givenItIsPlaced().given(SHIPPED, captured(4_000), CAPTURE_FAILED);

    fixture
        .when(charged(3_000))
        .expectRunning(0)
        .expectCommands(new ResolveOrderIssue(Samples.ORDER, OrderIssue.PAYMENT_MISSING));
  }

  @Test
  void what_is_held_of_another_payment_is_captured_at_shipping() {
    givenItIsPlaced()
        .given(
            new PaymentAuthorized(
                OTHER, Samples.ORDER, PART, "auth-9", "sandbox:approve", Samples.NOW, null))
        .when(SHIPPED)
        .expectCommands(
            DEDUCT_TEA,
            DEDUCT_CUP,
            new CapturePayment(OTHER, null),
            new CapturePayment(Samples.PAYMENT, null));
  }

  @Test
  void staff_may_see_to_missing_money_otherwise() {
    givenItIsPlaced()
        .given(SHIPPED, CAPTURE_FAILED)
        .when(new OrderIssueResolved(Samples.ORDER, "A-1", OrderIssue.PAYMENT_MISSING, Samples.NOW))
        .expectRunning(0)
        .expectNoCommands();
  }

  /// Staff had released what it held, and another customer has bought it.
  @Test
  void stock_that_is_short_when_it_ships_shows_on_the_order() {
    commands.answering(DeductInventory.class, 3);

    givenItIsPlaced().when(SHIPPED);

    assertThat(commands.sent())
        .filteredOn(RaiseOrderIssue.class::isInstance)
        .containsExactly(
            new RaiseOrderIssue(
                Samples.ORDER,
                OrderIssue.SHIPPED_SHORT,
                "of 5 pieces of %s 3 were on the shelf"
                    .formatted(InventoryId.of(Samples.TEA, null)),
                null));
  }

  @Test
  void a_deduction_that_is_refused_shows_on_the_order_and_the_payment_is_captured() {
    commands.refusing(DeductInventory.class, InventoryRejection.PRODUCT_NOT_FOUND);

    givenItIsPlaced().when(SHIPPED).expectRunning(1);

    assertThat(commands.sent())
        .filteredOn(RaiseOrderIssue.class::isInstance)
        .extracting(command -> ((RaiseOrderIssue) command).issue())
        .containsExactly(OrderIssue.SHIPPED_SHORT);
    assertThat(commands.sent()).last().isEqualTo(new CapturePayment(Samples.PAYMENT, null));
  }

  @Test
  void cancelling_releases_the_stock_and_gives_the_payment_back() {
    givenItIsPlaced()
        .when(CANCELLED)
        .expectRunning(0)
        .expectCommands(
            releaseCup("CHANGED_MIND"), releaseTea("CHANGED_MIND"), returned("CHANGED_MIND"));
  }

  @Test
  void cancelling_gives_all_payments_of_the_order_back() {
    givenItIsPlaced()
        .given(captured(4_000), charged(3_000))
        .when(CANCELLED)
        .expectRunning(0)
        .expectCommands(
            releaseCup("CHANGED_MIND"),
            releaseTea("CHANGED_MIND"),
            returned("CHANGED_MIND"),
            new ReturnUnwantedPayment(OTHER, "CHANGED_MIND"));
  }

  @Test
  void a_failed_capture_leaves_a_placed_order_alone() {
    givenItIsPlaced().when(CAPTURE_FAILED).expectRunning(1).expectNoCommands();
  }

  private static PaymentCaptured captured(long cents) {
    return new PaymentCaptured(
        Samples.PAYMENT, Samples.ORDER, Money.of(cents, "EUR"), "cap-1", Samples.NOW);
  }

  private static PaymentCompleted charged(long cents) {
    return new PaymentCompleted(
        OTHER, Samples.ORDER, Samples.CUSTOMER, Money.of(cents, "EUR"), "ref", Samples.NOW);
  }

  private static RaiseOrderIssue missing(String reason, long cents) {
    return new RaiseOrderIssue(
        Samples.ORDER, OrderIssue.PAYMENT_MISSING, reason, Money.of(cents, "EUR"));
  }
}
