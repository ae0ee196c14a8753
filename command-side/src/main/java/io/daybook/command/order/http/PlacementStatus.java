package io.daybook.command.order.http;

import io.daybook.command.model.DecisionModels;
import io.daybook.command.order.OrderModel;
import io.daybook.http.Caller;
import io.daybook.http.CallerResolver;
import io.daybook.http.Roles;
import io.daybook.kernel.Rejection;
import io.daybook.kernel.id.OrderId;
import io.daybook.order.OrderRejection;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// How a placement stands: where a `202` sends its caller.
@RestController
@RequestMapping("/api/v1/orders")
class PlacementStatus {
  private final DecisionModels models;
  private final CallerResolver callers;
  private final Roles roles;

  PlacementStatus(DecisionModels models, CallerResolver callers, Roles roles) {
    this.models = models;
    this.callers = callers;
    this.roles = roles;
  }

  @GetMapping("/{orderId}")
  ResponseEntity<Object> placement(@PathVariable String orderId, HttpServletRequest request) {
    Caller caller = callers.resolve(request);
    OrderId order = new OrderId(orderId);
    roles.mayChange(caller, order);
    return models
        .find(OrderModel.DEFINITION, caller.tenant().stream(order))
        .<ResponseEntity<Object>>map(known -> ResponseEntity.ok(PlacementAnswer.body(order, known)))
        .orElseThrow(
            () ->
                Rejection.of(OrderRejection.ORDER_NOT_FOUND)
                    .with("orderId", orderId, "does not exist"));
  }
}
