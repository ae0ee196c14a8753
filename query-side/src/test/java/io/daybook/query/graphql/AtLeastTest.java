package io.daybook.query.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class AtLeastTest {
  @Test
  void what_is_reached_is_read_at_once() {
    assertThat(new AtLeast(position -> position <= 7, Duration.ZERO).reached(7)).isTrue();
  }

  @Test
  void what_is_not_reached_is_waited_for() {
    AtomicInteger asked = new AtomicInteger();
    AtLeast atLeast = new AtLeast(_ -> asked.incrementAndGet() == 5, Duration.ofMinutes(1));

    assertThat(atLeast.reached(7)).isTrue();
    assertThat(asked).hasValue(5);
  }

  @Test
  void nobody_waits_for_ever() {
    assertThat(new AtLeast(_ -> false, Duration.ofMillis(20)).reached(7)).isFalse();
  }

  @Test
  void an_interrupted_reader_waits_no_longer() {
    Thread.currentThread().interrupt();

    assertThat(new AtLeast(_ -> false, Duration.ofMinutes(1)).reached(7)).isFalse();
    assertThat(Thread.interrupted()).isTrue();
  }
}
