package io.daybook.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybook.app.postgres.DataServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The database fails while many callers write, and the program goes on by itself when it is back.
class FailedDatabaseTest {
  /// Ten with `-Pfaults`.
  private static final int STOPS = Integer.getInteger("daybook.faults.stops", 2);

  /// A minute with `-Pfaults`, with the patience of every day.
  private static final int STILL_SECONDS = Integer.getInteger("daybook.faults.still", 5);

  private static final int SHORT_SECONDS = 10;
  private static final int CALLERS = 16;
  private static final int MANY_CALLERS = 64;
  private static final int CONNECTIONS = 40;
  private static final int BETWEEN = 150;
  private static final int UNAVAILABLE = 503;
  private static final long MEBIBYTE = 1 << 20;
  private static final long MEMORY = 400 * MEBIBYTE;
  private static final Duration PATIENCE = Duration.ofSeconds(120);

  private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(20);
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @TempDir private Path folder;

  /// Nobody starts it again: the program does.
  @Test
  void it_stops_in_the_middle_of_everything() throws Exception {
    try (ChildProgram program = ChildProgram.start(folder);
        Callers callers = new Callers()) {
      String server = program.awaitRunning().url();
      DataDatabase database = new DataDatabase(folder);
      DataServer postgres = new DataServer(folder);
      callers.start(server, CALLERS);
      for (int stop = 1; stop <= STOPS; stop++) {
        callers.awaitMore(BETWEEN);
        postgres.stopImmediately();
      }
      callers.awaitMore(BETWEEN);
      callers.close();

      callers.requireNoSurprise();
      callers.requireEverything(database);
      new Projections(server, database).requireSameAsRebuilt();
    }
  }

  @Test
  void it_stands_still() throws Exception {
    try (ChildProgram program = startWithPatience();
        Callers callers = new Callers()) {
      String server = program.awaitRunning().url();
      callers.start(server, MANY_CALLERS);
      callers.awaitMore(BETWEEN);
      long memory = memory(program);
      long refused = callers.answered(UNAVAILABLE);
      try (DataServer.Freeze frozen = new DataServer(folder).freeze()) {
        assertThat(frozen.processes()).isNotEmpty();
        await()
            .atMost(PATIENCE)
            .pollDelay(Duration.ofSeconds(STILL_SECONDS))
            .until(() -> callers.answered(UNAVAILABLE) - refused >= MANY_CALLERS - CONNECTIONS);
        assertThat(memory(program) - memory).isLessThan(MEMORY);
        requireTold(server);
      }
      callers.awaitMore(BETWEEN);
      callers.close();

      callers.requireNoSurprise();
      callers.requireEverything(new DataDatabase(folder));
    }
  }

  /// Readers are told to come again, and readiness says so without waiting for the database.
  private static void requireTold(String server) throws Exception {
    HttpResponse<String> read =
        send(
            server,
            "/graphql",
            "{\"query\": \"{ categories(first: 1) { edges { node { id } } } }\"}");
    assertThat(read.statusCode()).as(read.body()).isEqualTo(UNAVAILABLE);
    assertThat(read.headers().firstValue("Retry-After")).hasValue("1");
    assertThat(read.body()).contains("STORE_UNAVAILABLE");
    assertThat(send(server, "/actuator/health/readiness", "").statusCode()).isEqualTo(UNAVAILABLE);
    assertThat(send(server, "/actuator/health/liveness", "").statusCode()).isEqualTo(200);
  }

  private static HttpResponse<String> send(String server, String path, String body)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(server + path))
            .header("Content-Type", "application/json")
            .timeout(ANSWERED_WITHIN);
    return HTTP.send(
        (body.isEmpty() ? request : request.POST(BodyPublishers.ofString(body))).build(),
        BodyHandlers.ofString());
  }

  /// Who waits for a short time only is refused within it.
  private ChildProgram startWithPatience() throws IOException {
    return ChildProgram.run(
        folder,
        STILL_SECONDS > SHORT_SECONDS
            ? Map.of()
            : Map.of(
                "DAYBOOK_ENGINE_APPENDPATIENCE",
                "1s",
                "SPRING_DATASOURCE_HIKARI_CONNECTIONTIMEOUT",
                "1000"),
        "start",
        "--port",
        "0",
        "--log-format",
        "text");
  }

  /// Of the program, as it lies in the machine's memory.
  private static long memory(ChildProgram program) throws IOException {
    Path status = Path.of("/proc/%d/status".formatted(program.program().orElseThrow().pid()));
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) << 10)
        .findFirst()
        .orElseThrow();
  }
}
