package io.daybook.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private final StringWriter out = new StringWriter();
  private long nanos;

  private Progress progress(boolean terminal) {
    return new Progress("Importing", 200_000, new PrintWriter(out), terminal, () -> nanos);
  }

  @Test
  void a_terminal_sees_percent_rate_and_time_left() {
    Progress progress = progress(true);
    pass(Duration.ofSeconds(10));
    progress.add(50_000);
    assertThat(out.toString())
        .startsWith("\r")
        .contains(" 25 %", "50,000 of 200,000", "5,000/s", "30 s left");
  }

  @Test
  void a_terminal_is_not_flooded() {
    Progress progress = progress(true);
    for (int i = 0; i < 1000; i++) {
      pass(Duration.ofMillis(1));
      progress.add(1);
    }
    assertThat(out.toString().split("\r")).hasSizeBetween(10, 12);
  }

  @Test
  void elsewhere_only_the_last_line_is_written() {
    try (Progress progress = progress(false)) {
      pass(Duration.ofSeconds(100));
      progress.reach(200_000);
      assertThat(out.toString()).isEmpty();
    }
    assertThat(out.toString())
        .isEqualToNormalizingNewlines("Importing  200,000 of 200,000 in 1 min 40 s  2,000/s\n");
  }

  @Test
  void nothing_to_do_is_all_done() {
    Progress progress = new Progress("Nothing", 0, new PrintWriter(out), true, () -> nanos);
    progress.reach(0);
    assertThat(out.toString()).contains("100 %");
  }

  private void pass(Duration time) {
    nanos += time.toNanos();
  }
}
