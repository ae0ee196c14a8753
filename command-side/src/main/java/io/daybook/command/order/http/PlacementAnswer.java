package io.daybook.command.order.http;

import io.daybook.command.dispatch.ModelAwaiter;
import io.daybook.command.dispatch.ModelAwaiter.Awaited;
import io.daybook.command.order.OrderModel;
import io.daybook.http.CommandAnswer;
import io.daybook.http.CommandCall;
import io.daybook.http.CommandGate;
import io.daybook.http.Problems;
import io.daybook.http.Receipt;
import io.daybook.kernel.id.OrderId;
import io.daybook.order.OrderEvent.OrderPlacementFailed;
import io.daybook.order.OrderStatus;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/// Answers with what became of a placement: `201` when the order stands, `422` with the refusal's code
/// when it failed, and `202` with a place to look while that is not known.
@Component
class PlacementAnswer implements CommandAnswer {
  private final CommandGate gate;
  private final ModelAwaiter awaiter;

  PlacementAnswer(CommandGate gate, ModelAwaiter awaiter) {
    this.gate = gate;
    this.awaiter = awaiter;
  }

  @Override
  public ResponseEntity<Object> answer(CommandCall call) {
    Receipt receipt = gate.send(call);
    OrderId order = new OrderId(gate.idOf(call, receipt));
    Awaited<OrderModel> awaited =
        awaiter
            .await(
                OrderModel.DEFINITION,
                call.caller().tenant().stream(order),
                known -> known.status() != OrderStatus.PLACING,
                call.patience())
            .orElseThrow();
    long position = Math.max(receipt.position(), awaited.position());
    return answer(order, awaited.model(), position, call.patience());
  }

  private static ResponseEntity<Object> answer(
      OrderId order, OrderModel model, long position, Duration waited) {
    HttpHeaders headers = new HttpHeaders();
    headers.set(CommandGate.POSITION, Long.toString(position));
    headers.set(HttpHeaders.LOCATION, "/api/v1/orders/" + order);
    if (!waited.isZero()) {
      headers.set("Preference-Applied", "wait=" + waited.toSeconds());
    }
    OrderPlacementFailed failure = model.failure();
    if (failure != null) {
      headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
      ProblemDetail problem = problem(failure);
      return ResponseEntity.status(problem.getStatus()).headers(headers).body(problem);
    }
    int status = model.status() == OrderStatus.PLACING ? 202 : 201;
    return ResponseEntity.status(status).headers(headers).body(body(order, model));
  }

  static Map<String, Object> body(OrderId order, OrderModel model) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("id", order.value());
    body.put("orderNumber", model.orderNumber());
    body.put("status", model.status());
    body.put(
        "totalAmount",
        Map.of(
            "amountMinor",
            model.totalAmount().amountMinor(),
            "currency",
            model.totalAmount().currency().getCurrencyCode()));
    OrderPlacementFailed failure = model.failure();
    if (failure != null) {
      body.put("code", failure.code());
      body.put("reason", failure.reason());
    }
    return body;
  }

  private static ProblemDetail problem(OrderPlacementFailed failure) {
    ProblemDetail problem = Problems.of(failure.code(), failure.code().rule());
    problem.setProperty("orderId", failure.orderId().value());
    problem.setProperty("reason", failure.reason());
    if (failure.productId() != null) {
      problem.setProperty("productId", failure.productId().value());
      problem.setProperty("available", failure.available());
    }
    return problem;
  }
}
