package io.daybook.eventstore.read;

import static org.awaitility.Awaitility.await;

import io.daybook.eventstore.append.Rig;
import io.daybook.eventstore.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;

class HeadWatchTest {

  private final DataSource database = TestDatabase.fresh();
  private final AtomicInteger connections = new AtomicInteger();

  @Test
  void what_is_no_position_does_not_end_the_watch() {
    try (Rig other = new Rig(database);
        HeadTracker headTracker = tail(Integer.MAX_VALUE)) {
      other.append("shop/lamp_1", 0, 1);
      await().until(() -> headTracker.head() == 1);

      JdbcClient.create(database).sql("NOTIFY daybook_events, 'nonsense'").update();
      await().until(() -> connections.get() == 2);
      other.append("shop/lamp_1", 1, 1);
      await().until(() -> headTracker.head() == 2);
    }
  }

  @Test
  void it_goes_on_after_any_failure_of_the_pool() {
    try (Rig other = new Rig(database);
        HeadTracker headTracker = tail(1)) {
      other.append("shop/lamp_1", 0, 1);

      await().until(() -> headTracker.head() == 1);
    }
  }

  /// @param failing which of its connections cannot be had
  private HeadTracker tail(int failing) {
    HeadTracker headTracker =
        new HeadTracker(
            new DelegatingDataSource(database) {
              @Override
              public Connection getConnection() throws SQLException {
                if (connections.incrementAndGet() == failing) {
                  throw new IllegalStateException("The pool is not ready");
                }
                return super.getConnection();
              }
            },
            16,
            1 << 20,
            Duration.ofMillis(20));
    headTracker.start();
    return headTracker;
  }
}
