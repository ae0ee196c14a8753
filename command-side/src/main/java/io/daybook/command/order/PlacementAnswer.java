package io.daybook.command.order;

import io.daybook.command.rest.CommandGate;
import io.daybook.command.rest.Problems;
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

/// What is said of a placement: `201` when the order stands, `422` with the refusal's code when it
/// failed, `202` with a place to look while nobody knows.
final class PlacementAnswer {
  private PlacementAnswer() {}

  static ResponseEntity<Object> of(
      OrderId order, OrderFacts facts, long position, Duration waited) {
    HttpHeaders headers = new HttpHeaders();
    headers.set(CommandGate.POSITION, Long.toString(position));
    headers.set(HttpHeaders.LOCATION, "/api/v1/orders/" + order);
    if (!waited.isZero()) {
      headers.set("Preference-Applied", "wait=" + waited.toSeconds());
    }
    OrderPlacementFailed failure = facts.failure();
    if (failure != null) {
      headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
      ProblemDetail problem = problem(failure);
      return ResponseEntity.status(problem.getStatus()).headers(headers).body(problem);
    }
    int status = facts.status() == OrderStatus.PLACING ? 202 : 201;
    return ResponseEntity.status(status).headers(headers).body(body(order, facts));
  }

  static Map<String, Object> body(OrderId order, OrderFacts facts) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("id", order.value());
    body.put("orderNumber", facts.orderNumber());
    body.put("status", facts.status());
    body.put(
        "totalAmount",
        Map.of(
            "amountMinor",
            facts.totalAmount().amountMinor(),
            "currency",
            facts.totalAmount().currency().getCurrencyCode()));
    OrderPlacementFailed failure = facts.failure();
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
