package io.daybook.eventstore.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.junit.jupiter.api.Test;

class HeadCheckTest {

  private final CountDownLatch running = new CountDownLatch(1);
  private final CountDownLatch answer = new CountDownLatch(1);
  private final AtomicInteger queries = new AtomicInteger();

  @Test
  void nobody_waits_for_ever_for_a_database_that_stands_still() throws Exception {
    HeadCheck check = new HeadCheck(this::standStill, Duration.ofMillis(50));
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<?> first = threads.submit(check::await);
      assertThat(running.await(30, TimeUnit.SECONDS)).isTrue();

      assertThatThrownBy(check::await)
          .isInstanceOf(EventStoreException.class)
          .hasCauseInstanceOf(SQLException.class);

      answer.countDown();
      first.get(30, TimeUnit.SECONDS);
      check.await();
      assertThat(queries).hasValue(2);
    }
  }

  @Test
  void who_comes_during_a_query_waits_for_the_next() throws Exception {
    HeadCheck check = new HeadCheck(this::standStill, Duration.ofSeconds(30));
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<?> first = threads.submit(check::await);
      assertThat(running.await(30, TimeUnit.SECONDS)).isTrue();
      Future<?> second = threads.submit(check::await);
      answer.countDown();

      first.get(30, TimeUnit.SECONDS);
      second.get(30, TimeUnit.SECONDS);
      assertThat(queries).hasValue(2);
    }
  }

  @Test
  void a_query_that_fails_is_reported_and_not_repeated() {
    HeadCheck check = new HeadCheck(this::failOnce, Duration.ofSeconds(30));

    assertThatThrownBy(check::await).isInstanceOf(EventStoreException.class);
    check.await();
    assertThat(queries).hasValue(2);
  }

  private void standStill() throws SQLException {
    queries.incrementAndGet();
    running.countDown();
    try {
      if (!answer.await(30, TimeUnit.SECONDS)) {
        throw new SQLException("Nobody answered", "08006");
      }
    } catch (InterruptedException e) {
      throw new SQLException("Interrupted", "57014", e);
    }
  }

  private void failOnce() throws SQLException {
    if (queries.incrementAndGet() == 1) {
      throw new SQLException("The database is away", "08006");
    }
  }
}
