package io.daybook.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;

/// The least that can be written to a running program: one event each.
public final class Categories {
  private Categories() {}

  public static void create(String url, String name) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url + "/api/v1/categories"))
            .header("Content-Type", "application/json")
            .header("Daybook-Actor", "staff:usr_test")
            .POST(BodyPublishers.ofString("{\"name\": \"%s\"}".formatted(name)))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      assertThat(client.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(201);
    }
  }
}
