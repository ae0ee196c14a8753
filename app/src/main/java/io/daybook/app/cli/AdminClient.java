package io.daybook.app.cli;

import io.daybook.app.ExitCode;
import io.daybook.app.Failure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Speaks to the admin API. A refusal becomes the command's failure, in the server's own words.
public final class AdminClient implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final HttpClient http = HttpClient.newHttpClient();
  private final String base;

  public AdminClient(URI server) {
    this.base = server + "/api/v1/admin";
  }

  public JsonNode get(String path) throws InterruptedException {
    return send("GET", path);
  }

  JsonNode post(String path) throws InterruptedException {
    return send("POST", path);
  }

  private JsonNode send(String method, String path) throws InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(base + path))
            .method(method, BodyPublishers.noBody())
            .header("Daybook-Actor", "staff:operator")
            .build();
    try {
      return answer(http.send(request, BodyHandlers.ofString()));
    } catch (IOException e) {
      throw new Failure(ExitCode.FAILED, "the server at " + base + " does not answer", e);
    } catch (JacksonException e) {
      throw new Failure(ExitCode.FAILED, "what answers at " + base + " is not daybook", e);
    }
  }

  private static JsonNode answer(HttpResponse<String> response) {
    JsonNode body = JSON.readTree(response.body());
    if (response.statusCode() >= 400) {
      String reason = body.path("detail").asString(response.toString());
      throw new Failure(ExitCode.FAILED, body.path("code").asString("") + ": " + reason);
    }
    return body;
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
