package io.daybook.order;

import io.daybook.customer.Address;
import io.daybook.kernel.Capability;
import io.daybook.kernel.Command;
import io.daybook.kernel.Event;
import io.daybook.kernel.RejectionCode;
import io.daybook.kernel.Samples;
import io.daybook.kernel.id.CartId;
import io.daybook.kernel.id.CartItemId;
import io.daybook.kernel.id.CustomerId;
import io.daybook.kernel.id.OrderId;
import io.daybook.kernel.id.PaymentId;
import io.daybook.kernel.id.ProductId;
import io.daybook.kernel.id.VariantId;
import io.daybook.order.OrderEvent.OrderConfirmed;
import io.daybook.order.OrderEvent.OrderDelivered;
import io.daybook.order.OrderEvent.OrderIssueRaised;
import io.daybook.order.OrderEvent.OrderPlaced;
import io.daybook.order.OrderEvent.OrderPlacementStarted;
import io.daybook.order.OrderEvent.OrderShipped;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/// The registry's entry of this capability.
public final class OrderCapability implements Capability {
  private static final String NUMBER = "K7F3-92QD";
  private static final Address ADDRESS =
      new Address("Ada Lovelace", "Obere Str. 57", "Berlin", "BE", "12209", "DE");

  /// Two at 12.00 with a tenth off.
  private static final List<LineItem> LINES =
      List.of(
          new LineItem(
              CartItemId.of(Samples.uuid(1)),
              ProductId.of(Samples.uuid(1)),
              VariantId.of(Samples.uuid(1)),
              "Darjeeling",
              2,
              Samples.euros(1300),
              Samples.euros(1200),
              new BigDecimal("0.1"),
              Samples.euros(240),
              Samples.euros(2160),
              "staff:usr_7",
              Map.of("gift", "yes")));

  @Override
  public String name() {
    return "order";
  }

  @Override
  public String summary() {
    return "Orders, from the start of a placement to delivery or cancellation.";
  }

  @Override
  public List<Class<? extends Command>> commandTypes() {
    return List.of(OrderCommand.class);
  }

  @Override
  public List<Class<? extends Event>> eventTypes() {
    return List.of(OrderEvent.class);
  }

  @Override
  public List<Class<? extends RejectionCode>> rejectionTypes() {
    return List.of(OrderRejection.class);
  }

  @Override
  public List<Event> samples() {
    OrderId order = OrderId.of(Samples.uuid(1));
    return List.of(
        started(order),
        placed(order),
        new OrderConfirmed(order, NUMBER, Samples.at(22), "staff:usr_7"),
        new OrderShipped(order, NUMBER, "1Z999", "UPS", Samples.at(23)),
        new OrderDelivered(order, NUMBER, Samples.at(24)),
        new OrderIssueRaised(
            order,
            NUMBER,
            OrderIssue.PAYMENT_MISSING,
            "Insufficient funds",
            Samples.euros(2650),
            Samples.at(25)));
  }

  private static OrderPlacementStarted started(OrderId order) {
    return new OrderPlacementStarted(
        order,
        NUMBER,
        CustomerId.of(Samples.uuid(1)),
        CartId.of(Samples.uuid(1)),
        LINES,
        Samples.euros(2160),
        Samples.euros(490),
        Samples.euros(0),
        Samples.euros(2650),
        ADDRESS,
        "sandbox:approve",
        "staff:usr_7",
        Samples.at(20));
  }

  private static OrderPlaced placed(OrderId order) {
    return new OrderPlaced(
        order,
        NUMBER,
        CustomerId.of(Samples.uuid(1)),
        CartId.of(Samples.uuid(1)),
        PaymentId.of(order),
        LINES,
        Samples.euros(2160),
        Samples.euros(490),
        Samples.euros(0),
        Samples.euros(2650),
        ADDRESS,
        Samples.at(21));
  }
}
