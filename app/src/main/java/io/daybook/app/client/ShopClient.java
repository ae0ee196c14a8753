package io.daybook.app.client;

import io.daybook.kernel.Command;
import io.daybook.order.OrderId;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;

/// Speaks to a Daybook server as any program can: commands over REST, reads over GraphQL.
///
/// A command is sent again where the server did not answer or was overtaken, so it must carry ids
/// that the caller chose. Threads may share one client.
public final class ShopClient implements AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  /// Projections that were left behind by a great many commands catch up.
  private static final Duration READ_PATIENCE = Duration.ofMinutes(15);

  private static final Duration ANSWER = Duration.ofSeconds(60);
  private static final Duration PLACEMENT = Duration.ofSeconds(30);

  private final URI server;
  private final HttpClient http;
  private final Retries retries;

  public ShopClient(URI server) {
    this.server = server;
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();
    this.retries = new Retries(http, PATIENCE);
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

  /// Where an order's placement stands; nothing if it was never begun.
  public Optional<JsonNode> order(Sender sender, OrderId order) throws InterruptedException {
    HttpRequest request = request(sender, "/api/v1/orders/" + order).GET().build();
    HttpResponse<String> response = retries.send(request);
    return response.statusCode() == 404 ? Optional.empty() : Optional.of(body(response));
  }

  /// Reads what was written up to a position.
  ///
  /// @throws Refused when the query is refused
  public JsonNode query(Sender sender, String query, Map<String, Object> variables, long atLeast)
      throws InterruptedException {
    String body = Json.MAPPER.writeValueAsString(Map.of("query", query, "variables", variables));
    HttpRequest request =
        request(sender, "/graphql")
            .header("Daybook-At-Least", Long.toString(atLeast))
            .POST(BodyPublishers.ofString(body))
            .build();
    HttpResponse<String> response = new Retries(http, READ_PATIENCE).send(request);
    JsonNode answer = body(response);
    if (answer.has("errors")) {
      throw new Refused(response.statusCode(), graphQlProblem(answer));
    }
    return answer.path("data");
  }

  /// What a customer does in the browser: posts a form and is led on by the answer.
  public int postForm(Sender sender, URI page) throws InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(page)
            .timeout(ANSWER)
            .header("Daybook-Tenant", sender.tenant().value())
            .POST(BodyPublishers.noBody())
            .build();
    HttpResponse<String> response = retries.send(request);
    if (response.statusCode() / 100 != 3) {
      return response.statusCode();
    }
    URI next = page.resolve(response.headers().firstValue("Location").orElseThrow());
    return retries.send(HttpRequest.newBuilder(next).timeout(ANSWER).build()).statusCode();
  }

  private Answer send(Sender sender, Command command, Duration wait) throws InterruptedException {
    Route route = Route.of(command);
    HttpRequest.Builder request =
        request(sender, "/api/v1" + route.path())
            .method(
                route.method(), BodyPublishers.ofString(Json.MAPPER.writeValueAsString(command)));
    if (!wait.isZero()) {
      request.header("Prefer", "wait=" + wait.toSeconds());
    }
    HttpResponse<String> response = retries.send(request.timeout(ANSWER.plus(wait)).build());
    JsonNode body = body(response);
    long position = response.headers().firstValueAsLong("Daybook-Position").orElse(-1);
    return new Answer(response.statusCode(), position, body);
  }

  private HttpRequest.Builder request(Sender sender, String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.resolve(path))
            .timeout(ANSWER)
            .header("Content-Type", "application/json")
            .header("Daybook-Tenant", sender.tenant().value())
            .header("Daybook-Actor", sender.actor().toString());
    if (sender.at() != null) {
      request.header("Daybook-Effective-At", sender.at().toString());
    }
    return request;
  }

  private static JsonNode body(HttpResponse<String> response) {
    JsonNode body = Json.read(response);
    if (response.statusCode() >= 400) {
      throw new Refused(response.statusCode(), body);
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
    http.shutdownNow();
  }
}
