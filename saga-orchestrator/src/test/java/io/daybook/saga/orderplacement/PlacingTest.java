package io.daybook.saga.orderplacement;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.cart.CartCommand.ClearCart;
import io.daybook.cart.CartRejection;
import io.daybook.inventory.InventoryCommand.ReserveInventory;
import io.daybook.inventory.InventoryEvent.InventoryReservationRejected;
import io.daybook.inventory.InventoryRejection;
import io.daybook.kernel.id.InventoryId;
import io.daybook.order.OrderCommand.CompleteOrderPlacement;
import io.daybook.order.OrderCommand.FailOrderPlacement;
import io.daybook.order.OrderRejection;
import io.daybook.payment.PaymentCommand.AuthorizePayment;
import io.daybook.payment.PaymentRejection;
import io.daybook.payment.PaymentStatus;
import io.daybook.saga.testing.Samples;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlacingTest extends PlacementFixture {
  static final ClearCart CLEAR =
      new ClearCart(
          Samples.CART,
          ClearCart.ORDERED,
          Samples.ORDER,
          Map.of(Samples.FIRST, 2, Samples.SECOND, 1, Samples.THIRD, 3));

  @Test
  void stock_is_held_for_the_sum_of_all_lines_and_only_then_the_payment_is_asked_for() {
    fixture
        .when(Samples.started())
        .expectRunning(1)
        .expectCommands(RESERVE_TEA, RESERVE_CUP, authorize("sandbox:approve"));
  }

  @Test
  void an_authorised_payment_completes_the_order_and_takes_its_lines_from_the_cart() {
    givenItStarted()
        .when(Samples.authorized())
        .expectRunning(1)
        .expectCommands(new CompleteOrderPlacement(Samples.ORDER, Samples.PAYMENT), CLEAR);
  }

  /// Whoever approves at PayPal first and orders then.
  @Test
  void a_payment_that_was_authorised_before_completes_the_order_at_once() {
    commands.answering(AuthorizePayment.class, PaymentStatus.AUTHORIZED);

    fixture.when(Samples.started(Samples.ORDER, "sandbox:paypal")).expectRunning(1);

    assertThat(commands.sent())
        .contains(new CompleteOrderPlacement(Samples.ORDER, Samples.PAYMENT), CLEAR);
    assertThat(deadline()).isEmpty();
  }

  @Test
  void a_payment_that_was_declined_before_fails_the_order_at_once() {
    commands.answering(AuthorizePayment.class, PaymentStatus.DECLINED);

    fixture.when(Samples.started()).expectRunning(0);

    assertThat(commands.sent()).contains(paymentFailed("DECLINED"));
  }

  @Test
  void an_order_stands_even_if_its_cart_is_gone() {
    commands.refusing(ClearCart.class, CartRejection.CART_NOT_FOUND);

    givenItStarted().when(Samples.authorized()).expectRunning(1);
  }

  @Test
  void a_payment_is_taken_notice_of_once() {
    givenItIsPlaced().when(Samples.authorized()).expectNoCommands();
  }

  @Test
  void nothing_more_is_held_after_a_refusal_and_no_payment_is_asked_for() {
    commands.calling(ReserveInventory.class, command -> !command.equals(RESERVE_CUP));

    fixture.when(Samples.started()).expectCommands(RESERVE_TEA, RESERVE_CUP);
  }

  @Test
  void a_refused_hold_fails_the_order_and_says_how_much_is_left() {
    commands.calling(ReserveInventory.class, command -> !command.equals(RESERVE_CUP));

    givenItStarted()
        .when(cupRefused())
        .expectRunning(0)
        .expectCommands(
            releaseTea("OUT_OF_STOCK"),
            new FailOrderPlacement(
                Samples.ORDER, OrderRejection.OUT_OF_STOCK, "0 of 1 are left", Samples.CUP, 0));
  }

  @Test
  void a_refusal_from_before_a_repeated_and_successful_attempt_is_passed_over() {
    givenItStarted().when(cupRefused()).expectRunning(1).expectNoCommands();
  }

  @Test
  void stock_that_does_not_exist_fails_the_order_at_once() {
    commands.calling(
        ReserveInventory.class,
        command -> {
          if (command.equals(RESERVE_CUP)) {
            throw io.daybook.kernel.Rejection.of(InventoryRejection.PRODUCT_NOT_FOUND);
          }
          return true;
        });

    fixture
        .when(Samples.started())
        .expectRunning(0)
        .expectCommands(
            RESERVE_TEA,
            RESERVE_CUP,
            releaseTea("OUT_OF_STOCK"),
            new FailOrderPlacement(
                Samples.ORDER, OrderRejection.OUT_OF_STOCK, "PRODUCT_NOT_FOUND", Samples.CUP, 0));
  }

  @Test
  void a_payment_that_may_not_be_asked_for_fails_the_order_and_releases_in_reverse() {
    commands.refusing(AuthorizePayment.class, PaymentRejection.UNSUPPORTED_CARD_TYPE);

    fixture
        .when(Samples.started())
        .expectRunning(0)
        .expectCommands(
            RESERVE_TEA,
            RESERVE_CUP,
            authorize("sandbox:approve"),
            releaseCup("PAYMENT_FAILED"),
            releaseTea("PAYMENT_FAILED"),
            paymentFailed("UNSUPPORTED_CARD_TYPE"));
  }

  @Test
  void an_answer_that_comes_at_once_costs_no_entry_of_the_agenda() {
    givenItStarted().when(Samples.authorized());

    assertThat(deadline()).isEmpty();
  }

  private static InventoryReservationRejected cupRefused() {
    return new InventoryReservationRejected(
        InventoryId.of(Samples.CUP, Samples.BLUE),
        Samples.CUP,
        Samples.BLUE,
        1,
        0,
        Samples.ORDER,
        Samples.NOW);
  }
}
