package io.daybook.app.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class LanesTest {
  @Test
  void tasks_of_one_lane_run_one_after_another() throws InterruptedException {
    Map<String, List<Integer>> seen = new ConcurrentHashMap<>();
    try (Lanes lanes = new Lanes(8)) {
      for (int task = 0; task < 1_000; task++) {
        int number = task;
        String lane = "lane " + task % 7;
        lanes.run(lane, () -> seen.computeIfAbsent(lane, _ -> new ArrayList<>()).add(number));
      }
      lanes.await();
    }
    assertThat(seen.values())
        .allSatisfy(numbers -> assertThat(numbers).isSorted().hasSizeGreaterThan(140));
  }

  @Test
  void tasks_of_different_lanes_run_side_by_side() throws InterruptedException {
    CyclicBarrier meeting = new CyclicBarrier(4);
    AtomicInteger met = new AtomicInteger();
    try (Lanes lanes = new Lanes(4)) {
      for (int lane = 0; lane < 4; lane++) {
        lanes.run(
            "lane " + lane,
            () -> {
              meet(meeting);
              met.incrementAndGet();
            });
      }
      lanes.await();
    }
    assertThat(met).hasValue(4);
  }

  @Test
  void a_long_lane_does_not_hold_up_the_others() throws InterruptedException {
    CountDownLatch open = new CountDownLatch(1);
    CountDownLatch others = new CountDownLatch(3);
    try (Lanes lanes = new Lanes(2)) {
      lanes.run("long", open::await);
      lanes.run("long", () -> {});
      IntStream.range(0, 3).forEach(lane -> quietly(() -> lanes.run("" + lane, others::countDown)));
      assertThat(others.await(10, TimeUnit.SECONDS)).isTrue();
      open.countDown();
      lanes.await();
    }
  }

  @Test
  void the_first_failure_ends_them_all() throws InterruptedException {
    AtomicInteger after = new AtomicInteger();
    try (Lanes lanes = new Lanes(1)) {
      lanes.run(
          "a",
          () -> {
            throw new IllegalStateException("broken");
          });
      assertThatThrownBy(
              () -> {
                lanes.run("a", after::incrementAndGet);
                lanes.await();
              })
          .hasMessage("broken");
    }
    assertThat(after).hasValue(0);
  }

  @Test
  void closing_interrupts_what_runs() throws InterruptedException {
    CountDownLatch started = new CountDownLatch(1);
    CountDownLatch interrupted = new CountDownLatch(1);
    try (Lanes lanes = new Lanes(1)) {
      lanes.run(
          "a",
          () -> {
            started.countDown();
            try {
              new CountDownLatch(1).await();
            } catch (InterruptedException e) {
              interrupted.countDown();
              throw e;
            }
          });
      started.await();
    }
    assertThat(interrupted.getCount()).isZero();
  }

  private static void meet(CyclicBarrier barrier) {
    quietly(() -> barrier.await(10, TimeUnit.SECONDS));
  }

  interface Step {
    void run() throws Exception;
  }

  private static void quietly(Step step) {
    try {
      step.run();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
