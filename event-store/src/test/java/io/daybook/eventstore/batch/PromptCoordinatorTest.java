package io.daybook.eventstore.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.Delayed;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PromptCoordinatorTest {
  private static final Duration NEARLY_THE_LONGEST = Duration.ofMillis(24);

  private final BackOff backOff = new BackOff();
  private final PromptCoordinator coordinator = new PromptCoordinator("lamps", backOff);

  @AfterEach
  void stop() {
    coordinator.shutdownNow();
  }

  @Test
  void where_the_machine_has_too_much_to_do_looks_are_a_delay_apart() throws Exception {
    haveTooMuchToDo();

    long first = look();
    long second = look();

    assertThat(Duration.ofNanos(second - first)).isGreaterThanOrEqualTo(NEARLY_THE_LONGEST);
  }

  @Test
  void but_where_one_look_was_not_enough_the_next_does_not_wait() throws Exception {
    haveTooMuchToDo();
    FutureTask<Delayed> next =
        new FutureTask<>(() -> coordinator.schedule(() -> {}, 0, TimeUnit.MILLISECONDS));

    coordinator.schedule(next, 0, TimeUnit.MILLISECONDS);

    assertThat(next.get().getDelay(TimeUnit.NANOSECONDS)).isNotPositive();
  }

  private void haveTooMuchToDo() {
    for (int i = 0; i < 1_000; i++) {
      backOff.record(Duration.ofSeconds(1).toNanos(), 1);
    }
  }

  /// When it was done.
  private long look() throws InterruptedException, ExecutionException {
    FutureTask<Long> look = new FutureTask<>(System::nanoTime);
    coordinator.schedule(look, 0, TimeUnit.MILLISECONDS);
    return look.get();
  }
}
