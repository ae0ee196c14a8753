package io.daybook.app.cli;

import io.daybook.app.ServerFile;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Asks an address whether the very program that wrote `server.json` is still there: the port may
/// have gone to another program, or to the server of another data directory.
final class Instance {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Duration TIMEOUT = Duration.ofSeconds(5);

  private Instance() {}

  static boolean answers(ServerFile server) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(server.url() + "/actuator/info"))
            .timeout(TIMEOUT)
            .build();
    try (HttpClient client = HttpClient.newBuilder().connectTimeout(TIMEOUT).build()) {
      String body = client.send(request, BodyHandlers.ofString()).body();
      return JSON.readTree(body).at("/daybook/instance").asString("").equals(server.instance());
    } catch (IOException | JacksonException nobodyWeKnow) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
