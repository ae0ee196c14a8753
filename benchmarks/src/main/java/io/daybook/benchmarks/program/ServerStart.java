package io.daybook.benchmarks.program;

import io.daybook.app.ServerFile;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// `daybook start` in a process of its own, its PostgreSQL included, from nothing to ready.
public final class ServerStart {
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final int PAUSE_MILLIS = 10;
  private static final double NANOS_PER_SECOND = 1e9;

  private ServerStart() {}

  /// How long it takes. The server is stopped again.
  public static double seconds(Path data) throws Exception {
    ServerFile.delete(data);
    try (HttpClient http = HttpClient.newHttpClient()) {
      long start = System.nanoTime();
      try (Child child =
          Child.start(Map.of(), List.of("start", "--port=0", "--data-dir=" + data))) {
        while (!isReady(data, http)) {
          if (!child.isAlive() || System.nanoTime() - start > PATIENCE.toNanos()) {
            throw new IllegalStateException("daybook start does not become ready");
          }
          TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        }
        return (System.nanoTime() - start) / NANOS_PER_SECOND;
      }
    }
  }

  private static boolean isReady(Path data, HttpClient http) throws InterruptedException {
    return ServerFile.read(data)
        .map(server -> URI.create(server.url() + "/actuator/health/readiness"))
        .filter(url -> answers(http, url))
        .isPresent();
  }

  private static boolean answers(HttpClient http, URI url) {
    try {
      return http.send(HttpRequest.newBuilder(url).build(), BodyHandlers.discarding()).statusCode()
          == 200;
    } catch (IOException notYet) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
