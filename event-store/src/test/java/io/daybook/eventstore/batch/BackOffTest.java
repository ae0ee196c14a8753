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
  void there_is_no_delay_while_transactions_are_quick() {
    recordEach(2, 1, 1_000);

    assertThat(backOff.delay()).isZero();
  }

  @Test
  void where_small_ones_take_long_processors_back_off() {
    recordEach(6, 1, 1_000);

    assertThat(delay()).isBetween(Duration.ofMillis(10), Duration.ofMillis(14));
  }

  @Test
  void but_never_for_more_than_25_ms() {
    recordEach(500, 1, 10_000);

    assertThat(delay()).isEqualTo(Duration.ofMillis(25));
  }

  @Test
  void a_large_one_may_take_long() {
    recordEach(20, 256, 1_000);

    assertThat(backOff.delay()).isZero();
  }

  @Test
  void a_single_slow_one_changes_nothing() {
    recordEach(1, 1, 1_000);
    recordEach(400, 1, 1);

    assertThat(backOff.delay()).isZero();
  }

  @Test
  void when_they_are_quick_again_there_is_no_delay() {
    recordEach(100, 1, 10_000);
    recordEach(1, 1, 100);

    assertThat(backOff.delay()).isZero();
  }

  @Test
  void where_all_cpus_are_busy_processors_back_off() {
    delaysWhile(BUSY, 6);

    assertThat(delay()).isBetween(Duration.ofMillis(20), Duration.ofMillis(30));
  }

  @Test
  void but_never_for_more_than_50_ms() {
    delaysWhile(BUSY, 1_000);

    assertThat(delay()).isEqualTo(Duration.ofMillis(50));
  }

  @Test
  void a_busy_moment_changes_little() {
    delaysWhile(WITH_TIME_TO_SPARE, 10);
    delaysWhile(BUSY, 1);

    assertThat(delay()).isLessThanOrEqualTo(Duration.ofMillis(5));
  }

  @Test
  void with_time_to_spare_there_is_no_delay() {
    delaysWhile(BUSY, 100);
    delaysWhile(WITH_TIME_TO_SPARE, 6);

    assertThat(delay()).isLessThan(Duration.ofMillis(1));
  }

  @Test
  void what_was_before_a_silence_is_forgotten() {
    delaysWhile(BUSY, 100);
    now += Duration.ofSeconds(2).toNanos();

    assertThat(backOff.delay()).isZero();
  }

  @Test
  void an_unknown_load_changes_nothing() {
    delaysWhile(Double.NaN, 100);
    assertThat(backOff.delay()).isZero();

    delaysWhile(-1, 100);
    assertThat(backOff.delay()).isZero();
  }

  private void delaysWhile(double busy, int times) {
    load = busy;
    for (int i = 0; i < times; i++) {
      now += Duration.ofMillis(100).toNanos();
      backOff.delay();
    }
  }

  private void recordEach(int millis, int events, int times) {
    for (int i = 0; i < times; i++) {
      backOff.record(Duration.ofMillis(millis).toNanos(), events);
    }
  }

  private Duration delay() {
    return Duration.ofNanos(backOff.delay());
  }
}
