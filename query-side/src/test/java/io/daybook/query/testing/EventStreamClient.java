package io.daybook.query.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads GraphQL over server-sent events.
public final class EventStreamClient implements AutoCloseable {

  /// An event; its data is missing where it is not JSON.
  public record Received(String event, JsonNode data) {}

  private final BufferedReader lines;

  /// Returns when the headers of the answer have come.
  public EventStreamClient(HttpRequest.Builder request) {
    HttpResponse<InputStream> response =
        GraphQlClient.HTTP
            .sendAsync(
                request.header("Accept", "text/event-stream").build(),
                HttpResponse.BodyHandlers.ofInputStream())
            .join();
    lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
  }

  /// The next event, after the signs that the server is there.
  public Received next() {
    String event = after("event:");
    String data = after("data:");
    JsonMapper json = JsonMapper.shared();
    return new Received(event, data.isEmpty() ? json.missingNode() : json.readTree(data));
  }

  private String after(String prefix) {
    try {
      String line = lines.readLine();
      while (line != null && !line.startsWith(prefix)) {
        line = lines.readLine();
      }
      return line == null ? "" : line.substring(prefix.length());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
