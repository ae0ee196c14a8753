package io.daybook.command.order;

import io.daybook.command.dispatch.Outcomes;
import io.daybook.command.dispatch.Outcomes.Outcome;
import io.daybook.command.dispatch.Receipt;
import io.daybook.command.facts.Facts;
import io.daybook.command.rest.Caller;
import io.daybook.command.rest.CallerResolver;
import io.daybook.command.rest.CommandCall;
import io.daybook.command.rest.CommandGate;
import io.daybook.command.rest.Takes;
import io.daybook.kernel.Rejection;
import io.daybook.kernel.id.OrderId;
import io.daybook.order.OrderCommand.CancelOrder;
import io.daybook.order.OrderCommand.ConfirmOrder;
import io.daybook.order.OrderCommand.DeliverOrder;
import io.daybook.order.OrderCommand.PlaceOrder;
import io.daybook.order.OrderCommand.ShipOrder;
import io.daybook.order.OrderRejection;
import io.daybook.order.OrderStatus;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// What can be asked of orders over HTTP.
@RestController
@RequestMapping("/api/v1/orders")
class OrderRoutes {
  private final CommandGate gate;
  private final Outcomes outcomes;
  private final Facts facts;
  private final CallerResolver callers;

  OrderRoutes(CommandGate gate, Outcomes outcomes, Facts facts, CallerResolver callers) {
    this.gate = gate;
    this.outcomes = outcomes;
    this.facts = facts;
    this.callers = callers;
  }

  @PostMapping
  @Takes(value = PlaceOrder.class, generates = "orderId", summary = "Place an order")
  ResponseEntity<Object> place(CommandCall call) {
    if (call.dryRun()) {
      return gate.dryRun(call);
    }
    Receipt receipt = gate.send(call);
    OrderId order = new OrderId(gate.idOf(call, receipt));
    Outcome<OrderFacts> outcome =
        outcomes
            .await(
                OrderFacts.FOLD,
                call.caller().tenant().stream(order),
                known -> known.status() != OrderStatus.PLACING,
                call.patience())
            .orElseThrow();
    long position = Math.max(receipt.position(), outcome.position());
    return PlacementAnswer.of(order, outcome.facts(), position, call.patience());
  }

  /// How the placement stands: where a `202` sends its caller.
  @GetMapping("/{orderId}")
  ResponseEntity<Object> placement(@PathVariable String orderId, HttpServletRequest request) {
    Caller caller = callers.resolve(request);
    OrderId order = new OrderId(orderId);
    return facts
        .find(OrderFacts.FOLD, caller.tenant().stream(order))
        .<ResponseEntity<Object>>map(known -> ResponseEntity.ok(PlacementAnswer.body(order, known)))
        .orElseThrow(
            () ->
                Rejection.of(OrderRejection.ORDER_NOT_FOUND)
                    .with("orderId", orderId, "does not exist"));
  }

  @PostMapping("/{orderId}/confirm")
  @Takes(value = ConfirmOrder.class, summary = "Confirm a pending order")
  ResponseEntity<Object> confirm(CommandCall call) {
    return gate.answer(call);
  }

  @PostMapping("/{orderId}/ship")
  @Takes(value = ShipOrder.class, summary = "Ship a confirmed order")
  ResponseEntity<Object> ship(CommandCall call) {
    return gate.answer(call);
  }

  @PostMapping("/{orderId}/deliver")
  @Takes(value = DeliverOrder.class, summary = "Mark a shipped order as delivered")
  ResponseEntity<Object> deliver(CommandCall call) {
    return gate.answer(call);
  }

  @PostMapping("/{orderId}/cancel")
  @Takes(value = CancelOrder.class, summary = "Cancel an order before it is shipped")
  ResponseEntity<Object> cancel(CommandCall call) {
    return gate.answer(call);
  }
}
