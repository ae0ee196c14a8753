package io.daybook.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class LoadTest {
  private static final Duration LONG = Duration.ofMinutes(1);

  @Test
  void a_load_ends_with_its_number_of_operations_each_begun_once() throws Exception {
    Set<Long> seen = ConcurrentHashMap.newKeySet();

    Sample sample = Load.of(4, LONG).upTo(1000).run(seen::add);

    assertThat(sample.count()).isEqualTo(1000);
    assertThat(seen).hasSize(1000).contains(0L, 999L);
  }

  @Test
  void a_load_ends_with_its_time() throws Exception {
    Duration time = Duration.ofMillis(50);

    Sample sample = Load.of(2, time).run(nth -> LockSupport.parkNanos(1000));

    assertThat(sample.nanos()).isGreaterThanOrEqualTo(time.toNanos());
    assertThat(sample.count()).isPositive();
  }

  @Test
  void all_callers_are_at_work_at_the_same_time() throws Exception {
    CyclicBarrier all = new CyclicBarrier(8);

    Sample sample = Load.of(8, LONG).upTo(8).run(nth -> all.await(30, TimeUnit.SECONDS));

    assertThat(sample.count()).isEqualTo(8);
  }

  @Test
  void a_failed_operation_is_no_figure() {
    Load load = Load.of(2, LONG);

    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                load.run(
                    nth -> {
                      throw new UnsupportedOperationException();
                    }))
        .withCauseInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void at_a_rate_an_operation_is_never_begun_before_it_is_due() throws Exception {
    List<Long> begun = new ArrayList<>();
    long start = System.nanoTime();

    Load.of(1, LONG).upTo(20).at(1000).run(nth -> begun.add(System.nanoTime() - start));

    assertThat(begun.getLast()).isGreaterThanOrEqualTo(TimeUnit.MILLISECONDS.toNanos(19));
  }

  /// The second operation is due one millisecond after the first, which holds up the only caller.
  @Test
  void at_a_rate_a_stall_counts_for_the_operations_that_waited_for_it() throws Exception {
    long stall = TimeUnit.MILLISECONDS.toNanos(60);
    AtomicLong end = new AtomicLong();

    Sample sample =
        Load.of(1, LONG)
            .upTo(2)
            .at(1000)
            .run(
                nth -> {
                  if (nth == 0) {
                    end.set(System.nanoTime() + stall);
                    while (System.nanoTime() < end.get()) {
                      Thread.onSpinWait();
                    }
                  }
                });

    assertThat(sample.latencies().getMinValue())
        .isGreaterThanOrEqualTo(TimeUnit.MILLISECONDS.toNanos(50));
  }
}
