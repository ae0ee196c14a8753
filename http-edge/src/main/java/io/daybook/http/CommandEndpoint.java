package io.daybook.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.ResponseEntity;

/// Handles the requests of one route.
public final class CommandEndpoint {
  private final RouteTable table;
  private final Route route;
  private final CommandCalls calls;
  private final CommandGate gate;
  private final CommandAnswer answer;

  CommandEndpoint(
      RouteTable table, Route route, CommandCalls calls, CommandGate gate, CommandAnswer answer) {
    this.table = table;
    this.route = route;
    this.calls = calls;
    this.gate = gate;
    this.answer = answer;
  }

  public Route route() {
    return route;
  }

  /// The table that the route is a row of.
  public RouteTable table() {
    return table;
  }

  /// Called by Spring MVC for each request.
  public ResponseEntity<Object> handle(HttpServletRequest request) throws IOException {
    CommandCall call = calls.read(route, request);
    return call.dryRun() ? gate.dryRun(call) : answer.answer(call);
  }
}
