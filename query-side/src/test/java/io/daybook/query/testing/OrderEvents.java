package io.daybook.query.testing;

import static io.daybook.query.testing.Known.at;
import static io.daybook.query.testing.Known.cart;
import static io.daybook.query.testing.Known.customer;
import static io.daybook.query.testing.Known.euros;
import static io.daybook.query.testing.Known.order;

import io.daybook.kernel.id.PaymentId;
import io.daybook.order.LineItem;
import io.daybook.order.OrderEvent;
import io.daybook.order.OrderEvent.OrderCancelled;
import io.daybook.order.OrderEvent.OrderConfirmed;
import io.daybook.order.OrderEvent.OrderDelivered;
import io.daybook.order.OrderEvent.OrderIssueRaised;
import io.daybook.order.OrderEvent.OrderIssueResolved;
import io.daybook.order.OrderEvent.OrderPlaced;
import io.daybook.order.OrderEvent.OrderPlacementFailed;
import io.daybook.order.OrderEvent.OrderPlacementStarted;
import io.daybook.order.OrderEvent.OrderShipped;
import io.daybook.order.OrderIssue;
import io.daybook.order.OrderRejection;
import java.util.List;

/// What happens to orders. The order with number n belongs to the customer with the same number, and
/// started n minutes after nine.
public final class OrderEvents {
  private static final List<LineItem> LINES = List.of(Known.line(1), Known.line(2));

  private OrderEvents() {}

  public static String number(int order) {
    return "N-%05d".formatted(order);
  }

  public static OrderEvent started(int order) {
    return started(order, order, order);
  }

  public static OrderEvent startedAt(int order, int minute) {
    return started(order, order, minute);
  }

  public static OrderPlacementStarted startedBy(int order, int customer) {
    return started(order, customer, order);
  }

  private static OrderPlacementStarted started(int order, int customer, int minute) {
    return new OrderPlacementStarted(
        order(order),
        number(order),
        customer(customer),
        cart(order),
        LINES,
        euros(3600),
        euros(400),
        euros(0),
        euros(4000),
        Known.ADDRESS,
        "sandbox:approve",
        "staff:usr_7",
        at(minute));
  }

  public static OrderEvent placed(int order) {
    return new OrderPlaced(
        order(order),
        number(order),
        customer(order),
        cart(order),
        PaymentId.of(order(order)),
        LINES,
        euros(3600),
        euros(400),
        euros(0),
        euros(4000),
        Known.ADDRESS,
        at(order + 1));
  }

  public static OrderEvent failed(int order) {
    return new OrderPlacementFailed(
        order(order),
        number(order),
        customer(order),
        cart(order),
        OrderRejection.OUT_OF_STOCK,
        "Less is left than was ordered.",
        Known.product(1),
        1,
        at(order + 1));
  }

  public static OrderEvent confirmed(int order) {
    return new OrderConfirmed(order(order), number(order), at(order + 2), "staff:usr_7");
  }

  public static OrderEvent shipped(int order) {
    return new OrderShipped(order(order), number(order), "1Z999", "UPS", at(order + 3));
  }

  public static OrderEvent delivered(int order) {
    return new OrderDelivered(order(order), number(order), at(order + 4));
  }

  public static OrderEvent cancelled(int order) {
    return new OrderCancelled(
        order(order), number(order), customer(order), "Changed my mind", LINES, at(order + 3));
  }

  public static OrderEvent paymentMissing(int order, long minor) {
    return new OrderIssueRaised(
        order(order),
        number(order),
        OrderIssue.PAYMENT_MISSING,
        "declined",
        euros(minor),
        at(order + 5));
  }

  public static OrderEvent shippedShort(int order) {
    return new OrderIssueRaised(
        order(order), number(order), OrderIssue.SHIPPED_SHORT, "2 of 5", null, at(order + 6));
  }

  public static OrderEvent paymentCame(int order) {
    return new OrderIssueResolved(
        order(order), number(order), OrderIssue.PAYMENT_MISSING, at(order + 7));
  }
}
