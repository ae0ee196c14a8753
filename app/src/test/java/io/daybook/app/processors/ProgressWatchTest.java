package io.daybook.app.processors;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressWatchTest {
  private static final String NAME = "projection-order";

  private final AtomicLong nanos = new AtomicLong();
  private final ProgressWatch watch = new ProgressWatch(nanos::get, Duration.ofSeconds(30));

  @Test
  void a_processor_that_stands_before_an_event_for_too_long_is_stuck() {
    assertThat(watch.look(NAME, 7, 9)).isEmpty();
    pass(29);
    assertThat(watch.look(NAME, 7, 12)).isEmpty();
    pass(1);
    assertThat(watch.look(NAME, 7, 12)).hasValue(Duration.ofSeconds(30));
  }

  @Test
  void a_processor_that_goes_on_is_not() {
    watch.look(NAME, 7, 9);
    pass(29);
    watch.look(NAME, 8, 9);
    pass(29);
    assertThat(watch.look(NAME, 8, 9)).isEmpty();
  }

  @Test
  void a_processor_with_nothing_to_do_is_not_and_its_wait_begins_with_the_next_event() {
    watch.look(NAME, 9, 9);
    pass(3600);
    assertThat(watch.look(NAME, 9, 9)).isEmpty();
    assertThat(watch.look(NAME, 9, 10)).isEmpty();
    pass(30);
    assertThat(watch.look(NAME, 9, 10)).isPresent();
  }

  private void pass(int seconds) {
    nanos.addAndGet(Duration.ofSeconds(seconds).toNanos());
  }
}
