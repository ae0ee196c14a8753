package io.daybook.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.witness.Witness;
import com.example.witness.WitnessConfiguration;
import io.daybook.eventstore.testing.TestDatabase;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The whole program on a database of its own, started once for all tests that extend this.
@SpringBootTest(
    classes = {Daybook.class, WitnessConfiguration.class},
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "daybook.throw-away=true",
      "daybook.engine.batch-size=1",
      "daybook.processors.stuck-after=1s"
    })
public abstract class RunningProgramTest {
  protected static final JsonMapper JSON = JsonMapper.builder().build();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @LocalServerPort private int port;
  @Autowired protected Witness witness;

  @DynamicPropertySource
  static void place(DynamicPropertyRegistry properties) throws IOException {
    Path folder = Files.createTempDirectory("daybook");
    String url = TestDatabase.create().url();
    properties.add("daybook.data-dir", folder::toString);
    properties.add("daybook.database-url", () -> url);
  }

  protected HttpResponse<String> send(String method, String path, String body, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .method(method, BodyPublishers.ofString(body))
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .header("Daybook-Actor", "staff:usr_test");
    for (int i = 0; i < headers.length; i += 2) {
      request.setHeader(headers[i], headers[i + 1]);
    }
    return HTTP.send(request.build(), BodyHandlers.ofString());
  }

  protected URI server() {
    return URI.create("http://127.0.0.1:" + port);
  }

  protected JsonNode get(String path) throws IOException, InterruptedException {
    return JSON.readTree(send("GET", path, "").body());
  }

  /// Creates a category of that name, which the witness gets to see.
  protected String create(String name, String... headers) throws IOException, InterruptedException {
    String unique = name + " " + UUID.randomUUID();
    HttpResponse<String> answer =
        send("POST", "/api/v1/categories", "{\"name\": \"%s\"}".formatted(unique), headers);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return unique;
  }
}
