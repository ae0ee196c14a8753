package io.daybook.saga.orderplacement;

import io.daybook.cart.CartCommand.ClearCart;
import io.daybook.inventory.InventoryCommand.DeductInventory;
import io.daybook.inventory.InventoryCommand.ReleaseInventory;
import io.daybook.inventory.InventoryCommand.ReserveInventory;
import io.daybook.kernel.Command;
import io.daybook.kernel.Rejection;
import io.daybook.kernel.id.RefundId;
import io.daybook.order.OrderCommand.CompleteOrderPlacement;
import io.daybook.order.OrderCommand.FailOrderPlacement;
import io.daybook.payment.PaymentCommand.AuthorizePayment;
import io.daybook.payment.PaymentCommand.CapturePayment;
import io.daybook.payment.PaymentCommand.RefundPayment;
import io.daybook.payment.PaymentCommand.VoidPayment;
import io.daybook.payment.PaymentStatus;
import io.daybook.saga.Cause;
import io.daybook.saga.ProcessCommands;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the process does for one placement because of one event. Each step may be taken twice.
final class PlacementSteps {
  private static final Logger log = LoggerFactory.getLogger(PlacementSteps.class);

  private final ProcessCommands commands;
  private final PlacementTimeouts timeouts;
  private final Cause cause;
  private final Placement placement;

  PlacementSteps(
      ProcessCommands commands, PlacementTimeouts timeouts, Cause cause, Placement placement) {
    this.commands = commands;
    this.timeouts = timeouts;
    this.cause = cause;
    this.placement = placement;
  }

  /// @throws Rejection where there is nothing to hold at all; where there is too little, that is an
  ///     event, and the answer false
  boolean reserve(Demand demand) {
    return Boolean.TRUE.equals(
        commands.send(
            cause,
            new ReserveInventory(
                demand.productId(),
                demand.variantId(),
                demand.quantity(),
                placement.orderId(),
                null)));
  }

  /// Gives up what is left of the holds, the last one first.
  void release(List<Demand> held, String reason) {
    for (Demand demand : held.reversed()) {
      ReleaseInventory release =
          new ReleaseInventory(
              demand.productId(),
              demand.variantId(),
              demand.quantity(),
              reason,
              placement.orderId());
      told(release);
    }
  }

  void deduct() {
    placement.demand().forEach(this::deduct);
  }

  /// What was shipped and is not on the shelf is for people to look at.
  private void deduct(Demand demand) {
    DeductInventory deduct =
        new DeductInventory(
            demand.productId(), demand.variantId(), demand.quantity(), placement.orderId());
    try {
      if (commands.send(cause, deduct) instanceof Integer gone && gone < demand.quantity()) {
        log.warn(
            "Tenant {}: order {} shipped product {} short: of {} pieces only {} were on the shelf",
            cause.tenant(),
            placement.orderId(),
            demand.productId(),
            demand.quantity(),
            gone);
      }
    } catch (Rejection rejection) {
      warn(deduct, rejection);
    }
  }

  /// @return how far the payment is, which may have begun before the order
  PaymentStatus authorize() {
    Object status =
        commands.send(
            cause,
            new AuthorizePayment(
                placement.paymentId(),
                placement.orderId(),
                placement.customerId(),
                placement.paymentMethodId(),
                placement.totalAmount()));
    return status instanceof PaymentStatus known ? known : PaymentStatus.REQUESTED;
  }

  @Nullable Rejection complete() {
    return commands.attempt(
        cause, new CompleteOrderPlacement(placement.orderId(), placement.paymentId()));
  }

  void fail(Failure failure) {
    told(
        new FailOrderPlacement(
            placement.orderId(),
            failure.code(),
            failure.reason(),
            failure.productId(),
            failure.available()));
  }

  void clearCart() {
    told(new ClearCart(placement.cartId(), "ORDERED", placement.orderId(), placement.ordered()));
  }

  void capture() {
    told(new CapturePayment(placement.paymentId(), null));
  }

  @Nullable Rejection voidPayment(String reason) {
    return commands.attempt(cause, new VoidPayment(placement.paymentId(), reason));
  }

  /// All that is left: staff may have given a part of it back. The refund's id is derived from the
  /// order, so that asking twice refunds once.
  void refund(String reason) {
    RefundId refund = RefundId.of(placement.orderId().uuid());
    told(new RefundPayment(placement.paymentId(), refund, null, reason));
  }

  void watch() {
    Later.run(() -> timeouts.watch(placement.orderId(), cause));
  }

  void unwatch() {
    Later.run(() -> timeouts.unwatch(placement.orderId(), cause.tenant()));
  }

  /// For a step that nothing hangs on any more: its refusal is for people to look at.
  private void told(Command command) {
    Rejection rejection = commands.attempt(cause, command);
    if (rejection != null) {
      warn(command, rejection);
    }
  }

  private void warn(Command command, Rejection rejection) {
    log.warn("Tenant {}: {} was refused: {}", cause.tenant(), command, rejection.getMessage());
  }
}
