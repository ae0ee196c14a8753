package io.daybook.saga.orderplacement;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.inventory.InventoryCommand.DeductInventory;
import io.daybook.inventory.InventoryRejection;
import io.daybook.kernel.Money;
import io.daybook.kernel.id.RefundId;
import io.daybook.order.OrderEvent.OrderCancelled;
import io.daybook.order.OrderEvent.OrderShipped;
import io.daybook.payment.DeclineKind;
import io.daybook.payment.PaymentCommand.AuthorizePayment;
import io.daybook.payment.PaymentCommand.CapturePayment;
import io.daybook.payment.PaymentCommand.RefundPayment;
import io.daybook.payment.PaymentCommand.VoidPayment;
import io.daybook.payment.PaymentEvent.PaymentCaptured;
import io.daybook.payment.PaymentEvent.PaymentFailed;
import io.daybook.payment.PaymentOperation;
import io.daybook.payment.PaymentRejection;
import io.daybook.payment.PaymentStatus;
import io.daybook.saga.testing.Samples;
import io.daybook.saga.testing.Warnings;
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

  private static final PaymentCaptured CAPTURED =
      new PaymentCaptured(Samples.PAYMENT, Samples.ORDER, PART, "cap-1", Samples.NOW);

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
        .expectRunning(0)
        .expectCommands(DEDUCT_TEA, DEDUCT_CUP, new CapturePayment(Samples.PAYMENT, null));
  }

  @Test
  void stock_that_is_short_when_it_ships_is_told_in_the_log() {
    commands.answering(DeductInventory.class, 3);

    try (Warnings warnings = Warnings.of(PlacementActivities.class)) {
      givenItIsPlaced().when(SHIPPED).expectRunning(0);

      assertThat(warnings.arguments())
          .containsExactly(
              List.of(Samples.TENANT, Samples.ORDER, Samples.TEA, DEDUCT_TEA.quantity(), 3));
    }
  }

  @Test
  void a_deduction_that_is_refused_is_told_in_the_log_and_the_payment_is_captured() {
    commands.refusing(DeductInventory.class, InventoryRejection.PRODUCT_NOT_FOUND);

    try (Warnings warnings = Warnings.of(PlacementActivities.class)) {
      givenItIsPlaced()
          .when(SHIPPED)
          .expectRunning(0)
          .expectCommands(DEDUCT_TEA, DEDUCT_CUP, new CapturePayment(Samples.PAYMENT, null));

      assertThat(warnings.arguments()).hasSize(2);
    }
  }

  @Test
  void cancelling_releases_the_stock_and_voids_the_payment() {
    givenItIsPlaced()
        .when(CANCELLED)
        .expectRunning(0)
        .expectCommands(
            releaseCup("CHANGED_MIND"), releaseTea("CHANGED_MIND"), voided("CHANGED_MIND"));
  }

  @Test
  void cancelling_refunds_what_was_captured() {
    givenItIsPlaced()
        .given(CAPTURED)
        .when(CANCELLED)
        .expectRunning(0)
        .expectCommands(
            releaseCup("CHANGED_MIND"), releaseTea("CHANGED_MIND"), refund("CHANGED_MIND"));
  }

  @Test
  void cancelling_refunds_what_was_captured_before_the_order_was_placed() {
    commands.answering(AuthorizePayment.class, PaymentStatus.CAPTURED);

    givenItStarted()
        .when(CANCELLED)
        .expectRunning(0)
        .expectCommands(
            releaseCup("CHANGED_MIND"), releaseTea("CHANGED_MIND"), refund("CHANGED_MIND"));
  }

  @Test
  void cancelling_waits_for_a_capture_that_is_under_way_and_refunds_it() {
    commands.refusing(VoidPayment.class, PaymentRejection.INVALID_STATUS_TRANSITION);

    givenItIsPlaced()
        .given(CANCELLED)
        .when(CAPTURED)
        .expectRunning(0)
        .expectCommands(refund("CANCELLED"));
  }

  @Test
  void a_capture_that_failed_meanwhile_leaves_an_authorisation_to_void() {
    commands.refusing(VoidPayment.class, PaymentRejection.INVALID_STATUS_TRANSITION);

    givenItIsPlaced()
        .given(CANCELLED)
        .when(CAPTURE_FAILED)
        .expectRunning(0)
        .expectCommands(voided("refused"));
  }

  @Test
  void a_failed_capture_leaves_a_placed_order_alone() {
    givenItIsPlaced().when(CAPTURE_FAILED).expectRunning(1).expectNoCommands();
  }

  private static RefundPayment refund(String reason) {
    return new RefundPayment(Samples.PAYMENT, RefundId.of(Samples.ORDER.uuid()), null, reason);
  }
}
