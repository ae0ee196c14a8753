package io.daybook.http;

import io.daybook.kernel.KernelRejection;
import io.daybook.kernel.Rejection;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// `Prefer: wait=5` (RFC 7240, 4.3). Other preferences are not known here and are ignored.
final class Preference {
  private static final Pattern WAIT = Pattern.compile("(?:^|[,;])\\s*wait\\s*=\\s*([^,;\\s]+)");
  private static final int MAX_SECONDS = 60;

  private Preference() {}

  static Duration waitOf(@Nullable String header) {
    if (header == null) {
      return Duration.ZERO;
    }
    Matcher wait = WAIT.matcher(header);
    return wait.find() ? Duration.ofSeconds(seconds(wait.group(1))) : Duration.ZERO;
  }

  private static int seconds(String text) {
    if (text.matches("\\d{1,2}") && Integer.parseInt(text) <= MAX_SECONDS) {
      return Integer.parseInt(text);
    }
    throw Rejection.of(KernelRejection.MALFORMED_REQUEST)
        .with("Prefer", text, "wait must be from 0 to 60 seconds");
  }
}
