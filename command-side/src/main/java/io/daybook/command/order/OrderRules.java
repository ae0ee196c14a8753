package io.daybook.command.order;

import static io.daybook.order.OrderRejection.ALREADY_SHIPPED;
import static io.daybook.order.OrderRejection.INVALID_STATUS_TRANSITION;
import static io.daybook.order.OrderRejection.MISSING_REASON;
import static io.daybook.order.OrderRejection.MISSING_TRACKING;
import static io.daybook.order.OrderRejection.PLACEMENT_CANCELLED;

import io.daybook.kernel.Rejection;
import io.daybook.kernel.Texts;
import io.daybook.order.OrderStatus;
import org.jspecify.annotations.Nullable;

/// The rules of an order after its checkout, by name, each with the code that it refuses with.
final class OrderRules {
  private OrderRules() {}

  static void isIn(OrderStatus required, OrderStatus status, String action) {
    if (status != required) {
      throw transition(status, action);
    }
  }

  static void placementHasNotFailed(OrderStatus status) {
    if (status == OrderStatus.FAILED) {
      throw transition(status, "complete");
    }
  }

  /// What somebody wants to end is not completed by a payment that comes at the same moment.
  static void placementIsWanted(boolean cancelRequested) {
    if (cancelRequested) {
      throw Rejection.of(PLACEMENT_CANCELLED).with("status", OrderStatus.PLACING, "is being ended");
    }
  }

  static void isNotShipped(OrderStatus status) {
    if (status == OrderStatus.SHIPPED || status == OrderStatus.DELIVERED) {
      throw Rejection.of(ALREADY_SHIPPED).with("status", status, "must be PENDING or CONFIRMED");
    }
  }

  /// A placement that has failed is over.
  static void hasNotFailed(OrderStatus status) {
    if (status == OrderStatus.FAILED) {
      throw transition(status, "cancel");
    }
  }

  static String reason(@Nullable String reason) {
    if (reason == null || !Texts.isVisible(reason)) {
      throw Rejection.of(MISSING_REASON).with("reason", reason, "must not be blank");
    }
    return reason;
  }

  /// A customer can follow the parcel.
  static String tracked(String field, @Nullable String value) {
    if (value == null || !Texts.isVisible(value)) {
      throw Rejection.of(MISSING_TRACKING).with(field, value, "must not be blank");
    }
    return value;
  }

  private static Rejection transition(OrderStatus status, String action) {
    return Rejection.of(INVALID_STATUS_TRANSITION)
        .with("status", status, "does not allow to " + action);
  }
}
