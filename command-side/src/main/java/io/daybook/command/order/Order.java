package io.daybook.command.order;

import static io.daybook.order.OrderRejection.ORDER_ID_TAKEN;
import static io.daybook.order.OrderStatus.CANCELLED;
import static io.daybook.order.OrderStatus.CONFIRMED;
import static io.daybook.order.OrderStatus.DELIVERED;
import static io.daybook.order.OrderStatus.FAILED;
import static io.daybook.order.OrderStatus.PENDING;
import static io.daybook.order.OrderStatus.PLACING;
import static io.daybook.order.OrderStatus.SHIPPED;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.daybook.eventstore.EngineBeans;
import io.daybook.kernel.Context;
import io.daybook.kernel.Meta;
import io.daybook.kernel.Rejection;
import io.daybook.kernel.TenantId;
import io.daybook.order.OrderCommand.CancelOrder;
import io.daybook.order.OrderCommand.CompleteOrderPlacement;
import io.daybook.order.OrderCommand.ConfirmOrder;
import io.daybook.order.OrderCommand.DeliverOrder;
import io.daybook.order.OrderCommand.FailOrderPlacement;
import io.daybook.order.OrderCommand.PlaceOrder;
import io.daybook.order.OrderCommand.RaiseOrderIssue;
import io.daybook.order.OrderCommand.ResolveOrderIssue;
import io.daybook.order.OrderCommand.ShipOrder;
import io.daybook.order.OrderEvent;
import io.daybook.order.OrderEvent.OrderCancelled;
import io.daybook.order.OrderEvent.OrderConfirmed;
import io.daybook.order.OrderEvent.OrderDelivered;
import io.daybook.order.OrderEvent.OrderIssueRaised;
import io.daybook.order.OrderEvent.OrderIssueResolved;
import io.daybook.order.OrderEvent.OrderPlaced;
import io.daybook.order.OrderEvent.OrderPlacementCancelRequested;
import io.daybook.order.OrderEvent.OrderPlacementFailed;
import io.daybook.order.OrderEvent.OrderPlacementStarted;
import io.daybook.order.OrderEvent.OrderShipped;
import io.daybook.order.OrderIssue;
import io.daybook.order.OrderStatus;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/// An order: placing → pending → confirmed → shipped → delivered, or failed, or cancelled before
/// it is shipped. Every command may be repeated, since processes repeat them.
@Aggregate(type = "Order", cache = EngineBeans.AGGREGATE_CACHE)
class Order {
  @AggregateIdentifier private @Nullable String stream;
  private @Nullable OrderPlacementStarted placement;
  private @Nullable OrderShipped shipment;
  private OrderStatus status = PLACING;
  private boolean cancelRequested;
  private final Map<OrderIssue, OrderIssueRaised> issues = new EnumMap<>(OrderIssue.class);

  Order() {}

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(PlaceOrder command, Context context, Checkout checkout) {
    if (placement == null) {
      apply(checkout.start(command, context));
    } else if (!Checkout.isFor(command, placement)) {
      throw Rejection.of(ORDER_ID_TAKEN).with("orderId", command.orderId(), "was placed otherwise");
    }
  }

  @CommandHandler
  void handle(CompleteOrderPlacement command, Context context) {
    OrderRules.placementHasNotFailed(status);
    if (status == PLACING) {
      OrderRules.placementIsWanted(cancelRequested);
      OrderPlacementStarted started = started();
      apply(
          new OrderPlaced(
              started.orderId(),
              started.orderNumber(),
              started.customerId(),
              started.cartId(),
              command.paymentId(),
              started.lineItems(),
              started.subtotal(),
              started.shippingCost(),
              started.tax(),
              started.totalAmount(),
              started.shippingAddress(),
              context.at()));
    }
  }

  @CommandHandler
  void handle(FailOrderPlacement command, Context context, Checkout checkout) {
    if (status == FAILED) {
      return;
    }
    OrderRules.isIn(PLACING, status, "fail");
    OrderPlacementStarted started = started();
    checkout.abandon(context, started);
    apply(
        new OrderPlacementFailed(
            started.orderId(),
            started.orderNumber(),
            started.customerId(),
            started.cartId(),
            command.code(),
            command.reason(),
            command.productId(),
            command.available(),
            context.at()));
  }

  @CommandHandler
  void handle(ConfirmOrder command, Context context) {
    if (status == CONFIRMED) {
      return;
    }
    OrderRules.isIn(PENDING, status, "confirm");
    apply(
        new OrderConfirmed(command.orderId(), number(), context.at(), context.actor().toString()));
  }

  @CommandHandler
  void handle(ShipOrder command, Context context) {
    String tracking = OrderRules.tracked("trackingNumber", command.trackingNumber());
    String carrier = OrderRules.tracked("carrier", command.carrier());
    if (shipment != null
        && shipment.trackingNumber().equals(tracking)
        && shipment.carrier().equals(carrier)) {
      return;
    }
    OrderRules.isIn(CONFIRMED, status, "ship");
    apply(new OrderShipped(command.orderId(), number(), tracking, carrier, context.at()));
  }

  @CommandHandler
  void handle(DeliverOrder command, Context context, Checkout checkout) {
    if (status == DELIVERED) {
      return;
    }
    OrderRules.isIn(SHIPPED, status, "deliver");
    checkout.close(context, started());
    apply(new OrderDelivered(command.orderId(), number(), context.at()));
  }

  /// A placement is ended by its process, which gives up the stock first: whoever orders again finds it.
  @CommandHandler
  void handle(CancelOrder command, Context context, Checkout checkout) {
    if (status == CANCELLED || cancelRequested) {
      return;
    }
    OrderRules.isNotShipped(status);
    OrderRules.hasNotFailed(status);
    String reason = OrderRules.reason(command.reason());
    if (status == PLACING) {
      apply(new OrderPlacementCancelRequested(command.orderId(), number(), reason, context.at()));
      return;
    }
    OrderPlacementStarted started = started();
    checkout.close(context, started);
    apply(
        new OrderCancelled(
            command.orderId(),
            number(),
            started.customerId(),
            reason,
            started.lineItems(),
            context.at()));
  }

  /// Raised again where there is something new to tell.
  @CommandHandler
  void handle(RaiseOrderIssue command, Context context) {
    OrderIssueRaised known = issues.get(command.issue());
    OrderIssueRaised raised =
        new OrderIssueRaised(
            command.orderId(),
            number(),
            command.issue(),
            command.detail(),
            command.amount(),
            context.at());
    if (known == null || !saysTheSame(known, raised)) {
      apply(raised);
    }
  }

  @CommandHandler
  void handle(ResolveOrderIssue command, Context context) {
    if (issues.containsKey(command.issue())) {
      apply(new OrderIssueResolved(command.orderId(), number(), command.issue(), context.at()));
    }
  }

  @EventSourcingHandler
  void on(OrderEvent event, @MetaDataValue(Meta.TENANT_ID) String tenant) {
    switch (event) { // no default: a new event must be decided here
      case OrderPlacementStarted started -> {
        stream = new TenantId(tenant).stream(started.orderId());
        placement = started;
      }
      case OrderPlaced _ -> status = PENDING;
      case OrderPlacementFailed _ -> status = FAILED;
      case OrderConfirmed _ -> status = CONFIRMED;
      case OrderShipped shipped -> {
        status = SHIPPED;
        shipment = shipped;
      }
      case OrderDelivered _ -> status = DELIVERED;
      case OrderCancelled _ -> status = CANCELLED;
      case OrderPlacementCancelRequested _ -> cancelRequested = true;
      case OrderIssueRaised raised -> issues.put(raised.issue(), raised);
      case OrderIssueResolved resolved -> issues.remove(resolved.issue());
    }
  }

  private static boolean saysTheSame(OrderIssueRaised known, OrderIssueRaised raised) {
    return known.detail().equals(raised.detail())
        && Objects.equals(known.amount(), raised.amount());
  }

  private OrderPlacementStarted started() {
    if (placement == null) {
      throw new IllegalStateException("An order without the start of its placement: " + stream);
    }
    return placement;
  }

  private String number() {
    return started().orderNumber();
  }
}
