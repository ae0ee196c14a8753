package io.daybook.app.client;

import io.daybook.app.ExitCode;
import io.daybook.app.Failure;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/// Sends a request until it is answered: a server that is being started again, or that others kept
/// from deciding, is asked again after a pause. Every request of the API may be repeated.
///
/// @param patience how long a server that does not answer is waited for
record Retries(HttpClient http, Duration patience) {
  private static final Set<Integer> LATER = Set.of(429, 502, 503, 504);
  private static final Set<String> CONFLICTS =
      Set.of("CONCURRENT_CHANGE", "IDEMPOTENCY_KEY_IN_USE", "UNAVAILABLE");
  private static final int FAULTS = 5;
  private static final long FIRST_PAUSE_MS = 20;
  private static final long LONGEST_PAUSE_MS = 1_000;

  HttpResponse<String> send(HttpRequest request) throws InterruptedException {
    long giveUpAt = System.nanoTime() + patience.toNanos();
    for (int attempt = 0; ; attempt++) {
      boolean last = System.nanoTime() > giveUpAt;
      try {
        HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
        if (last || !isWorthAnother(response, attempt)) {
          return response;
        }
      } catch (IOException e) {
        if (last) {
          String server = request.uri().resolve("/").toString();
          throw new Failure(ExitCode.FAILED, "the server at " + server + " does not answer", e);
        }
      }
      pause(attempt);
    }
  }

  private static boolean isWorthAnother(HttpResponse<String> response, int attempt) {
    return switch (response.statusCode()) {
      case 409 -> CONFLICTS.contains(Json.read(response).path("code").asString(""));
      case 500 -> attempt < FAULTS;
      default -> LATER.contains(response.statusCode());
    };
  }

  /// Longer each time, and not the same for all who were turned away together.
  private static void pause(int attempt) throws InterruptedException {
    long longest = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS << Math.min(attempt, 16));
    Thread.sleep(ThreadLocalRandom.current().nextLong(longest / 2, longest + 1));
  }
}
