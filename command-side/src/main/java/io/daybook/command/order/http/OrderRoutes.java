package io.daybook.command.order.http;

import static io.daybook.http.Route.post;
import static io.daybook.kernel.Actor.Kind.CUSTOMER;
import static io.daybook.kernel.Actor.Kind.STAFF;

import io.daybook.http.Route;
import io.daybook.http.RouteTable;
import io.daybook.kernel.Command;
import io.daybook.order.OrderCommand.CancelOrder;
import io.daybook.order.OrderCommand.CompleteOrderPlacement;
import io.daybook.order.OrderCommand.ConfirmOrder;
import io.daybook.order.OrderCommand.DeliverOrder;
import io.daybook.order.OrderCommand.FailOrderPlacement;
import io.daybook.order.OrderCommand.PlaceOrder;
import io.daybook.order.OrderCommand.RaiseOrderIssue;
import io.daybook.order.OrderCommand.ResolveOrderIssue;
import io.daybook.order.OrderCommand.ShipOrder;
import java.util.List;

/// The table of order routes.
public final class OrderRoutes implements RouteTable {
  @Override
  public List<Route> routes() {
    return List.of(
        post("/orders", PlaceOrder.class, "Place an order")
            .generating("orderId")
            .by(STAFF, CUSTOMER)
            .answeredBy(PlacementAnswer.class),
        post("/orders/{orderId}/confirm", ConfirmOrder.class, "Confirm a pending order").by(STAFF),
        post("/orders/{orderId}/ship", ShipOrder.class, "Ship a confirmed order").by(STAFF),
        post("/orders/{orderId}/deliver", DeliverOrder.class, "Mark a shipped order as delivered")
            .by(STAFF),
        post("/orders/{orderId}/cancel", CancelOrder.class, "Cancel an order before it is shipped")
            .by(STAFF, CUSTOMER)
            .answeredBy(CancellationAnswer.class),
        post(
                "/orders/{orderId}/issues/{issue}/resolve",
                ResolveOrderIssue.class,
                "Say that an issue of an order was seen to")
            .by(STAFF));
  }

  @Override
  public List<Class<? extends Command>> sentByProcesses() {
    return List.of(CompleteOrderPlacement.class, FailOrderPlacement.class, RaiseOrderIssue.class);
  }
}
