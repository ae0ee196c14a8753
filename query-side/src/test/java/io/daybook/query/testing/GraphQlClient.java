package io.daybook.query.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Asks a running program's GraphQL API, as one tenant.
public record GraphQlClient(URI address, String tenant) {
  public static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final JsonMapper JSON = JsonMapper.shared();

  /// The data of an answer without errors.
  public JsonNode read(String query) {
    JsonNode answer = JSON.readTree(send(request(query, Map.of()).build()).body());
    assertThat(answer.get("errors")).as("%s", answer).isNull();
    return answer.get("data");
  }

  public HttpRequest.Builder request(String query, Map<String, Object> variables) {
    String body = JSON.writeValueAsString(Map.of("query", query, "variables", variables));
    return HttpRequest.newBuilder(address)
        .header("Content-Type", "application/json")
        .header("Daybook-Tenant", tenant)
        .POST(HttpRequest.BodyPublishers.ofString(body));
  }

  /// A subscription to it, over a WebSocket.
  public Socket subscribe(String query) {
    Socket socket =
        Socket.withHeader(HTTP, URI.create(address.toString().replaceFirst("http", "ws")), tenant);
    socket.subscribe(query);
    return socket;
  }

  public static HttpResponse<String> send(HttpRequest request) {
    try {
      return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
