package io.daybook.app.client;

import io.daybook.app.ExitCode;
import io.daybook.app.Failure;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;

/// Sends a request until it is answered: a server that is being started again, or that others kept
/// from deciding, is asked again after a pause. Every request of the API may be repeated.
///
/// @param patience how long a server that does not answer is waited for
record Retries(Connections connections, Duration patience) {
  private static final Set<Integer> LATER = Set.of(429, 502, 503, 504);
  private static final Set<String> CONFLICTS =
      Set.of("CONCURRENT_CHANGE", "IDEMPOTENCY_KEY_IN_USE", "UNAVAILABLE");
  private static final int FAULTS = 5;
  private static final long FIRST_PAUSE_MS = 20;
  private static final long LONGEST_PAUSE_MS = 1_000;

  Reply send(HttpUriRequestBase request) throws InterruptedException {
    long giveUpAt = System.nanoTime() + patience.toNanos();
    for (int attempt = 0; ; attempt++) {
      boolean last = System.nanoTime() > giveUpAt;
      try {
        Reply reply = connections.send(request);
        if (last || !isWorthAnother(reply, attempt)) {
          return reply;
        }
      } catch (IOException e) {
        if (last) {
          throw new Failure(
              ExitCode.FAILED, "the server at " + address(request) + " does not answer", e);
        }
      }
      pause(attempt);
    }
  }

  private static String address(HttpUriRequestBase request) {
    return request.getScheme() + "://" + request.getAuthority() + "/";
  }

  private static boolean isWorthAnother(Reply reply, int attempt) {
    return switch (reply.status()) {
      case 409 -> CONFLICTS.contains(reply.json().path("code").asString(""));
      case 500 -> attempt < FAULTS;
      default -> LATER.contains(reply.status());
    };
  }

  /// Longer each time, and not the same for all who were turned away together.
  private static void pause(int attempt) throws InterruptedException {
    long longest = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS << Math.min(attempt, 16));
    Thread.sleep(ThreadLocalRandom.current().nextLong(longest / 2, longest + 1));
  }
}
