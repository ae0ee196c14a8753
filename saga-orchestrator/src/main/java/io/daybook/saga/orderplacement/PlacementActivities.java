package io.daybook.saga.orderplacement;

import io.daybook.cart.CartCommand.ClearCart;
import io.daybook.inventory.InventoryCommand.DeductInventory;
import io.daybook.inventory.InventoryCommand.ReleaseInventory;
import io.daybook.inventory.InventoryCommand.ReserveInventory;
import io.daybook.inventory.InventoryEvent.InventoryReservationRejected;
import io.daybook.kernel.Command;
import io.daybook.kernel.Rejection;
import io.daybook.kernel.id.RefundId;
import io.daybook.order.OrderCommand.CompleteOrderPlacement;
import io.daybook.order.OrderCommand.FailOrderPlacement;
import io.daybook.order.OrderRejection;
import io.daybook.payment.PaymentCommand.AuthorizePayment;
import io.daybook.payment.PaymentCommand.CapturePayment;
import io.daybook.payment.PaymentCommand.RefundPayment;
import io.daybook.payment.PaymentCommand.VoidPayment;
import io.daybook.payment.PaymentStatus;
import io.daybook.saga.process.CommandSender;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the process does for one placement because of one message. Each activity may be repeated.
record PlacementActivities(Placement placement, CommandSender commands) {
  private static final Logger log = LoggerFactory.getLogger(PlacementActivities.class);

  /// @return false if there is too little, of which [InventoryReservationRejected] tells
  /// @throws Rejection if there is no such stock
  boolean reserve(Demand demand) {
    return commands.send(
        new ReserveInventory(
            demand.productId(), demand.variantId(), demand.quantity(), placement.orderId(), null));
  }

  /// Gives up what is left of the reservations, the last one first.
  void release(List<Demand> reserved, String reason) {
    for (Demand demand : reserved.reversed()) {
      ReleaseInventory release =
          new ReleaseInventory(
              demand.productId(),
              demand.variantId(),
              demand.quantity(),
              reason,
              placement.orderId());
      sendAndLogRefusal(release);
    }
  }

  void deduct() {
    placement.demand().forEach(this::deduct);
  }

  /// If fewer pieces were on the shelf than were shipped, the log says so: people must look at it.
  private void deduct(Demand demand) {
    DeductInventory deduct =
        new DeductInventory(
            demand.productId(), demand.variantId(), demand.quantity(), placement.orderId());
    try {
      int deducted = commands.send(deduct);
      if (deducted < demand.quantity()) {
        log.warn(
            "Tenant {}: order {} shipped product {} short: of {} pieces only {} were on the shelf",
            commands.tenant(),
            placement.orderId(),
            demand.productId(),
            demand.quantity(),
            deducted);
      }
    } catch (Rejection rejection) {
      warn(deduct, rejection);
    }
  }

  /// @return how far the payment is, which may have begun before the order
  PaymentStatus authorize() {
    return commands.send(
        new AuthorizePayment(
            placement.paymentId(),
            placement.orderId(),
            placement.customerId(),
            placement.paymentMethodId(),
            placement.totalAmount()));
  }

  @Nullable Rejection complete() {
    return commands.attempt(new CompleteOrderPlacement(placement.orderId(), placement.paymentId()));
  }

  void fail(Failure failure) {
    sendAndLogRefusal(
        new FailOrderPlacement(
            placement.orderId(),
            failure.code(),
            failure.reason(),
            failure.productId(),
            failure.available()));
  }

  void clearCart() {
    sendAndLogRefusal(
        new ClearCart(
            placement.cartId(), ClearCart.ORDERED, placement.orderId(), placement.ordered()));
  }

  void capture() {
    sendAndLogRefusal(new CapturePayment(placement.paymentId(), null));
  }

  @Nullable Rejection voidPayment(String reason) {
    return commands.attempt(new VoidPayment(placement.paymentId(), reason));
  }

  /// Refunds all that staff have not refunded already. The refund's id is derived from the order,
  /// so that a repetition refunds nothing more.
  void refund(String reason) {
    RefundId refund = RefundId.of(placement.orderId().uuid());
    sendAndLogRefusal(new RefundPayment(placement.paymentId(), refund, null, reason));
  }

  /// Asks the order to fail; it refuses if it was placed in time.
  void timeOut(Instant due) {
    FailOrderPlacement fail =
        new FailOrderPlacement(
            placement.orderId(),
            OrderRejection.PLACEMENT_TIMED_OUT,
            "The payment did not come by " + due,
            null,
            null);
    Rejection rejection = commands.attempt(fail);
    if (rejection != null && rejection.code() != OrderRejection.INVALID_STATUS_TRANSITION) {
      warn(fail, rejection);
    }
  }

  /// For a command on whose success nothing depends any more. A refusal is logged for people.
  private void sendAndLogRefusal(Command command) {
    Rejection rejection = commands.attempt(command);
    if (rejection != null) {
      warn(command, rejection);
    }
  }

  private void warn(Command command, Rejection rejection) {
    log.warn("Tenant {}: {} was refused: {}", commands.tenant(), command, rejection.getMessage());
  }
}
