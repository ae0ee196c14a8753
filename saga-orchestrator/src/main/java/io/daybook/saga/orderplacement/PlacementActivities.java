package io.daybook.saga.orderplacement;

import io.daybook.cart.CartCommand.ClearCart;
import io.daybook.inventory.InventoryCommand.DeductInventory;
import io.daybook.inventory.InventoryCommand.ReleaseInventory;
import io.daybook.inventory.InventoryCommand.ReserveInventory;
import io.daybook.inventory.InventoryEvent.InventoryReservationRejected;
import io.daybook.kernel.Command;
import io.daybook.kernel.Money;
import io.daybook.kernel.Rejection;
import io.daybook.kernel.TenantPolicy;
import io.daybook.kernel.id.PaymentId;
import io.daybook.kernel.id.RefundId;
import io.daybook.order.OrderCommand.CompleteOrderPlacement;
import io.daybook.order.OrderCommand.FailOrderPlacement;
import io.daybook.order.OrderCommand.RaiseOrderIssue;
import io.daybook.order.OrderCommand.ResolveOrderIssue;
import io.daybook.order.OrderIssue;
import io.daybook.order.OrderRejection;
import io.daybook.payment.PaymentCommand.AuthorizePayment;
import io.daybook.payment.PaymentCommand.CapturePayment;
import io.daybook.payment.PaymentCommand.RefundPayment;
import io.daybook.payment.PaymentCommand.ResolvePayment;
import io.daybook.payment.PaymentCommand.ReturnUnwantedPayment;
import io.daybook.payment.PaymentCommand.VoidPayment;
import io.daybook.payment.PaymentRejection;
import io.daybook.payment.PaymentStatus;
import io.daybook.saga.process.CommandSender;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the process does for one placement because of one message. Each activity may be repeated.
record PlacementActivities(Placement placement, CommandSender commands) {
  private static final Duration MOST_LAST_WAIT = Duration.ofSeconds(10);
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

  /// Takes what was shipped off the shelf. Where fewer pieces were there, the order shows it: staff had
  /// released what it held, and others have bought it.
  void deduct() {
    String missing =
        placement.demand().stream()
            .map(this::shortage)
            .flatMap(Optional::stream)
            .collect(Collectors.joining("; "));
    if (!missing.isEmpty()) {
      raise(OrderIssue.SHIPPED_SHORT, missing, null);
    }
  }

  private Optional<String> shortage(Demand demand) {
    DeductInventory deduct =
        new DeductInventory(
            demand.productId(), demand.variantId(), demand.quantity(), placement.orderId());
    try {
      int deducted = commands.send(deduct);
      return deducted < demand.quantity()
          ? Optional.of(
              "of %d pieces of %s %d were on the shelf"
                  .formatted(demand.quantity(), demand.stock(), deducted))
          : Optional.empty();
    } catch (Rejection rejection) {
      warn(deduct, rejection);
      return Optional.of("%s: %s".formatted(demand.stock(), rejection.code().name()));
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

  /// Captures all that is held of the order's payments.
  ///
  /// @return the refusal, if the order's own cannot be captured
  @Nullable Rejection capture(List<PaymentId> others) {
    others.forEach(payment -> sendAndLogRefusal(new CapturePayment(payment, null)));
    return commands.attempt(new CapturePayment(placement.paymentId(), null));
  }

  /// All the money has come.
  void paid(Settlement settlement) {
    if (settlement.isShown()) {
      sendAndLogRefusal(new ResolveOrderIssue(placement.orderId(), OrderIssue.PAYMENT_MISSING));
    }
  }

  @Nullable Rejection voidPayment(String reason) {
    return commands.attempt(new VoidPayment(placement.paymentId(), reason));
  }

  /// Voids what is held and refunds what was captured, now or when it is known.
  void giveBack(PaymentId payment, String reason) {
    ReturnUnwantedPayment unwanted = new ReturnUnwantedPayment(payment, reason);
    Rejection rejection = commands.attempt(unwanted);
    if (rejection != null && rejection.code() != PaymentRejection.PAYMENT_NOT_FOUND) {
      warn(unwanted, rejection);
    }
  }

  /// Refunds all that staff have not refunded already. The refund's id is derived from the order,
  /// so that a repetition refunds nothing more.
  void refund(String reason) {
    RefundId refund = RefundId.of(placement.orderId().uuid());
    sendAndLogRefusal(new RefundPayment(placement.paymentId(), refund, null, reason));
  }

  void raise(OrderIssue issue, String detail, @Nullable Money amount) {
    sendAndLogRefusal(new RaiseOrderIssue(placement.orderId(), issue, detail, amount));
  }

  /// For how long the gateway may take to say what it knows, after the hold of the stock is over.
  Duration lastWait(TenantPolicy policy) {
    Duration tenth = policy.reservation().dividedBy(10);
    return tenth.compareTo(MOST_LAST_WAIT) < 0 ? tenth : MOST_LAST_WAIT;
  }

  /// The gateway is asked for what became of the payment. If it knows, an event follows.
  void lookUp() {
    commands.attempt(new ResolvePayment(placement.paymentId(), null, null));
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
