package io.daybook.eventstore.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackOffTest {
  private static final double BUSY = 0.97;
  private static final double WITH_TIME_TO_SPARE = 0.5;

  private double load;
  private long now;
  private final BackOff backOff = new BackOff(() -> load, () -> now);

  @Test
  void nobody_rests_while_transactions_are_quick() {
    tookEach(2, 1, 1_000);

    assertThat(backOff.delay()).isZero();
  }

  @Test
  void where_small_ones_take_long_processors_rest() {
    tookEach(6, 1, 1_000);

    assertThat(delay()).isBetween(Duration.ofMillis(10), Duration.ofMillis(14));
  }

  @Test
  void but_never_for_more_than_25_ms() {
    tookEach(500, 1, 10_000);

    assertThat(delay()).isEqualTo(Duration.ofMillis(25));
  }

  @Test
  void a_large_one_may_take_long() {
    tookEach(20, 256, 1_000);

    assertThat(backOff.delay()).isZero();
  }

  @Test
  void a_single_slow_one_says_nothing() {
    tookEach(1, 1, 1_000);
    tookEach(400, 1, 1);

    assertThat(backOff.delay()).isZero();
  }

  @Test
  void when_it_is_quick_again_nobody_rests_any_more() {
    tookEach(100, 1, 10_000);
    tookEach(1, 1, 100);

    assertThat(backOff.delay()).isZero();
  }

  @Test
  void where_all_processors_are_busy_they_rest() {
    looksWhile(BUSY, 6);

    assertThat(delay()).isBetween(Duration.ofMillis(20), Duration.ofMillis(30));
  }

  @Test
  void but_never_for_more_than_50_ms() {
    looksWhile(BUSY, 1_000);

    assertThat(delay()).isEqualTo(Duration.ofMillis(50));
  }

  @Test
  void a_busy_moment_says_little() {
    looksWhile(WITH_TIME_TO_SPARE, 10);
    looksWhile(BUSY, 1);

    assertThat(delay()).isLessThanOrEqualTo(Duration.ofMillis(5));
  }

  @Test
  void with_time_to_spare_nobody_rests_any_more() {
    looksWhile(BUSY, 100);
    looksWhile(WITH_TIME_TO_SPARE, 6);

    assertThat(delay()).isLessThan(Duration.ofMillis(1));
  }

  @Test
  void what_was_before_a_silence_is_forgotten() {
    looksWhile(BUSY, 100);
    now += Duration.ofSeconds(2).toNanos();

    assertThat(backOff.delay()).isZero();
  }

  @Test
  void an_unknown_load_says_nothing() {
    looksWhile(Double.NaN, 100);
    assertThat(backOff.delay()).isZero();

    looksWhile(-1, 100);
    assertThat(backOff.delay()).isZero();
  }

  private void looksWhile(double busy, int times) {
    load = busy;
    for (int i = 0; i < times; i++) {
      now += Duration.ofMillis(100).toNanos();
      backOff.delay();
    }
  }

  private void tookEach(int millis, int events, int times) {
    for (int i = 0; i < times; i++) {
      backOff.record(Duration.ofMillis(millis).toNanos(), events);
    }
  }

  private Duration delay() {
    return Duration.ofNanos(backOff.delay());
  }
}
