package io.daybook.app.client;

import io.daybook.http.Route;
import io.daybook.http.Routes;
import io.daybook.kernel.Command;
import io.daybook.kernel.Money;
import io.daybook.kernel.id.OrderId;
import io.daybook.order.OrderCommand.PlaceOrder;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.StringEntity;
import tools.jackson.databind.JsonNode;

/// Speaks to a Daybook server as any program can: commands over REST, reads over GraphQL.
///
/// A command is sent again where the server did not answer or was overtaken, so it must carry ids
/// that the caller chose. Threads may share one client.
public final class ShopClient implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  /// Projections that were left behind by a great many commands catch up.
  private static final Duration READ_PATIENCE = Duration.ofMinutes(15);

  private static final Duration ANSWER = Duration.ofSeconds(60);
  private static final Duration PLACEMENT = Duration.ofSeconds(30);

  private static final Routes ROUTES = Routes.installed();

  private final URI server;
  private final Connections connections = new Connections();
  private final Retries retries;

  public ShopClient(URI server) {
    this.server = server;
    this.retries = new Retries(connections, PATIENCE);
  }

  /// @throws Refused when the command is refused
  public Answer send(Sender sender, Command command) throws InterruptedException {
    return send(sender, command, Duration.ZERO);
  }

  /// Waits for what comes of an order's placement or of a payment, and says it.
  ///
  /// @throws Refused when the command is refused, or the placement fails
  public Answer sendAndAwait(Sender sender, Command command) throws InterruptedException {
    return send(sender, command, PLACEMENT);
  }

  /// What an order would come to, as it can be shown before it is placed; nothing where it was placed
  /// before.
  ///
  /// @throws Refused when it would be refused
  public Optional<Money> totalOf(Sender sender, PlaceOrder order) throws InterruptedException {
    Route route = ROUTES.of(PlaceOrder.class);
    HttpUriRequestBase request =
        request(route.method().name(), sender, route.pathOf(order) + "?dryRun=true", ANSWER);
    request.setEntity(json(Json.MAPPER.writeValueAsString(order)));
    JsonNode total = body(retries.send(request)).at("/events/0/payload/totalAmount");
    return total.isMissingNode()
        ? Optional.empty()
        : Optional.of(
            Money.of(total.path("amountMinor").asLong(), total.path("currency").asString()));
  }

  /// Where an order's placement stands; nothing if it was never begun.
  public Optional<JsonNode> order(Sender sender, OrderId order) throws InterruptedException {
    Reply reply = retries.send(request("GET", sender, "/api/v1/orders/" + order, ANSWER));
    return reply.status() == 404 ? Optional.empty() : Optional.of(body(reply));
  }

  /// Reads what was written up to a position.
  ///
  /// @throws Refused when the query is refused
  public JsonNode query(Sender sender, String query, Map<String, Object> variables, long atLeast)
      throws InterruptedException {
    String body = Json.MAPPER.writeValueAsString(Map.of("query", query, "variables", variables));
    HttpUriRequestBase request = request("POST", sender, "/graphql", ANSWER);
    request.setHeader("Daybook-At-Least", Long.toString(atLeast));
    request.setEntity(json(body));
    Reply reply = new Retries(connections, READ_PATIENCE).send(request);
    JsonNode answer = body(reply);
    if (answer.has("errors")) {
      throw new Refused(reply.status(), graphQlProblem(answer));
    }
    return answer.path("data");
  }

  /// What a customer does in the browser: posts a form and is led on by the answer.
  public int postForm(Sender sender, URI page) throws InterruptedException {
    HttpUriRequestBase request = Connections.request("POST", page, ANSWER);
    request.setHeader("Daybook-Tenant", sender.tenant().value());
    Reply reply = retries.send(request);
    if (reply.status() / 100 != 3 || reply.location() == null) {
      return reply.status();
    }
    URI next = page.resolve(reply.location());
    return retries.send(Connections.request("GET", next, ANSWER)).status();
  }

  private Answer send(Sender sender, Command command, Duration wait) throws InterruptedException {
    Route route = ROUTES.of(command.getClass());
    HttpUriRequestBase request =
        request(route.method().name(), sender, route.pathOf(command), ANSWER.plus(wait));
    request.setEntity(json(Json.MAPPER.writeValueAsString(command)));
    if (!wait.isZero()) {
      request.setHeader("Prefer", "wait=" + wait.toSeconds());
    }
    Reply reply = retries.send(request);
    return new Answer(reply.status(), reply.position(), body(reply));
  }

  private HttpUriRequestBase request(String method, Sender sender, String path, Duration patience) {
    HttpUriRequestBase request = Connections.request(method, server.resolve(path), patience);
    request.setHeader("Daybook-Tenant", sender.tenant().value());
    request.setHeader("Daybook-Actor", sender.actor().toString());
    if (sender.at() != null) {
      request.setHeader("Daybook-Effective-At", sender.at().toString());
    }
    return request;
  }

  private static StringEntity json(String body) {
    return new StringEntity(body, ContentType.APPLICATION_JSON);
  }

  private static JsonNode body(Reply reply) {
    JsonNode body = reply.json();
    if (reply.status() >= 400) {
      throw new Refused(reply.status(), body);
    }
    return body;
  }

  private static JsonNode graphQlProblem(JsonNode answer) {
    JsonNode error = answer.path("errors").path(0);
    String code = error.path("extensions").path("code").asString("GRAPHQL_ERROR");
    return Json.MAPPER
        .createObjectNode()
        .put("code", code)
        .put("detail", error.path("message").asString(""));
  }

  @Override
  public void close() {
    connections.close();
  }
}
