package io.daybook.saga.orderplacement;

import io.daybook.inventory.InventoryEvent.InventoryReservationRejected;
import io.daybook.kernel.Rejection;
import io.daybook.kernel.id.ProductId;
import io.daybook.order.OrderRejection;
import org.jspecify.annotations.Nullable;

/// Why a placement fails.
record Failure(
    OrderRejection code,
    String reason,
    @Nullable ProductId productId,
    @Nullable Integer available) {

  static Failure outOfStock(InventoryReservationRejected rejected) {
    String reason = "%d of %d are left".formatted(rejected.available(), rejected.requested());
    return new Failure(
        OrderRejection.OUT_OF_STOCK, reason, rejected.productId(), rejected.available());
  }

  /// There is no such stock, or it may not be taken at all.
  static Failure notInStock(Demand demand, Rejection rejection) {
    return new Failure(OrderRejection.OUT_OF_STOCK, rejection.code().name(), demand.productId(), 0);
  }

  static Failure cancelled(String reason) {
    return new Failure(OrderRejection.PLACEMENT_CANCELLED, reason, null, null);
  }

  /// The order does not stand, because of its payment or because somebody wanted it to end.
  static Failure notCompleted(Rejection rejection) {
    return rejection.code() == OrderRejection.PLACEMENT_CANCELLED
        ? cancelled("The payment came after the cancellation")
        : payment(rejection.code().name());
  }

  static Failure payment(String reason) {
    return new Failure(OrderRejection.PAYMENT_FAILED, reason, null, null);
  }
}
