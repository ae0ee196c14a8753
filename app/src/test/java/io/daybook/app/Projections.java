package io.daybook.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The projections of a running program, and what is in their tables.
record Projections(String server, DataDatabase database) {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  /// What they came to in all that was done to them is what comes of the events alone.
  void requireSameAsRebuilt() throws SQLException, IOException, InterruptedException {
    Map<String, String> before = contents();
    assertThat(before.values()).anyMatch(content -> !content.isEmpty());
    try (HttpClient http = HttpClient.newHttpClient()) {
      for (JsonNode processor : call(http, "GET", "/processors")) {
        if (processor.path("kind").asString().equals("PROJECTION")) {
          rebuild(http, processor.path("name").asString());
        }
      }
    }
    assertThat(contents()).isEqualTo(before);
  }

  private void rebuild(HttpClient http, String projection)
      throws IOException, InterruptedException {
    awaitCompleted(http, begin(http, projection));
  }

  private String begin(HttpClient http, String projection)
      throws IOException, InterruptedException {
    JsonNode replay = call(http, "POST", "/projections/" + projection + "/replays");
    assertThat(replay.path("id").asString()).as(replay.toString()).isNotEmpty();
    return replay.path("id").asString();
  }

  private JsonNode awaitCompleted(HttpClient http, String replay) {
    return await()
        .atMost(PATIENCE)
        .until(
            () -> call(http, "GET", "/replays/" + replay),
            state -> state.path("state").asString().equals("COMPLETED"));
  }

  /// @return the id of the replay
  String begin(String projection) throws IOException, InterruptedException {
    try (HttpClient http = HttpClient.newHttpClient()) {
      return begin(http, projection);
    }
  }

  JsonNode awaitCompleted(String replay) {
    try (HttpClient http = HttpClient.newHttpClient()) {
      return awaitCompleted(http, replay);
    }
  }

  private JsonNode call(HttpClient http, String method, String path)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(server + "/api/v1/admin" + path))
            .method(method, HttpRequest.BodyPublishers.noBody())
            .header("Daybook-Actor", "staff:operator")
            .build();
    return JSON.readTree(http.send(request, HttpResponse.BodyHandlers.ofString()).body());
  }

  /// A digest of all rows of each table.
  private Map<String, String> contents() throws SQLException, IOException {
    Map<String, String> contents = new TreeMap<>();
    for (String table :
        database
            .map("SELECT tablename, schemaname FROM pg_tables WHERE schemaname = 'projection'")
            .keySet()) {
      contents.put(
          table,
          database.text(
              "SELECT coalesce(md5(string_agg(t::text, chr(10) ORDER BY t::text)), '') FROM"
                  + " projection."
                  + table
                  + " t"));
    }
    return contents;
  }
}
