package io.daybook.app.demo;

import io.daybook.order.OrderStatus;
import java.util.List;

/// What becomes of an order.
///
/// @param payment the sandbox's token, by which the gateway behaves
/// @param end where the order is brought to; a placement that ends otherwise is left as it is
/// @param daysAgo when it was placed; 0 is now
/// @param refunded whether the money is given back afterwards
record Story(String payment, OrderStatus end, int daysAgo, boolean refunded) {
  static final List<Story> ALL =
      List.of(
          new Story("sandbox:approve", OrderStatus.DELIVERED, 21, false),
          new Story("sandbox:approve", OrderStatus.DELIVERED, 18, false),
          new Story("manual:invoice", OrderStatus.DELIVERED, 16, false),
          new Story("sandbox:approve", OrderStatus.DELIVERED, 14, true),
          new Story("sandbox:approve", OrderStatus.CANCELLED, 12, false),
          new Story("sandbox:decline-hard", OrderStatus.FAILED, 11, false),
          new Story("sandbox:approve", OrderStatus.SHIPPED, 9, false),
          new Story("manual:invoice", OrderStatus.SHIPPED, 8, false),
          new Story("sandbox:approve", OrderStatus.SHIPPED, 6, true),
          new Story("sandbox:decline-soft", OrderStatus.FAILED, 5, false),
          new Story("sandbox:approve", OrderStatus.SHIPPED, 4, false),
          new Story("sandbox:approve", OrderStatus.CANCELLED, 3, false),
          new Story("sandbox:approve", OrderStatus.CONFIRMED, 2, false),
          new Story("manual:invoice", OrderStatus.CONFIRMED, 2, false),
          new Story("sandbox:approve", OrderStatus.CONFIRMED, 1, false),
          new Story("sandbox:paypal", OrderStatus.CONFIRMED, 0, false),
          new Story("sandbox:paypal", OrderStatus.PENDING, 0, false),
          new Story("sandbox:approve", OrderStatus.PENDING, 0, false),
          new Story("manual:invoice", OrderStatus.PENDING, 0, false),
          new Story("sandbox:late", OrderStatus.PENDING, 0, false),
          new Story("sandbox:paypal", OrderStatus.PLACING, 0, false));

  boolean isPayPal() {
    return payment.endsWith(":paypal");
  }

  /// The outcome comes by itself, later, or never without the customer.
  boolean isLeftAlone() {
    return payment.endsWith(":late") || end == OrderStatus.PLACING;
  }
}
