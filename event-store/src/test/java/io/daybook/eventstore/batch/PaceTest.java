package io.daybook.eventstore.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {
  private final Pace pace = new Pace();

  @Test
  void nobody_rests_while_transactions_are_quick() {
    tookEach(2, 1, 1_000);

    assertThat(pace.rest()).isZero();
  }

  @Test
  void where_small_ones_take_long_processors_rest() {
    tookEach(6, 1, 1_000);

    assertThat(rest()).isBetween(Duration.ofMillis(10), Duration.ofMillis(14));
  }

  @Test
  void but_never_for_more_than_25_ms() {
    tookEach(500, 1, 10_000);

    assertThat(rest()).isEqualTo(Duration.ofMillis(25));
  }

  @Test
  void a_large_one_may_take_long() {
    tookEach(20, 256, 1_000);

    assertThat(pace.rest()).isZero();
  }

  @Test
  void a_single_slow_one_says_nothing() {
    tookEach(1, 1, 1_000);
    tookEach(400, 1, 1);

    assertThat(pace.rest()).isZero();
  }

  @Test
  void when_it_is_quick_again_nobody_rests_any_more() {
    tookEach(100, 1, 10_000);
    tookEach(1, 1, 100);

    assertThat(pace.rest()).isZero();
  }

  private void tookEach(int millis, int events, int times) {
    for (int i = 0; i < times; i++) {
      pace.took(Duration.ofMillis(millis).toNanos(), events);
    }
  }

  private Duration rest() {
    return Duration.ofNanos(pace.rest());
  }
}
