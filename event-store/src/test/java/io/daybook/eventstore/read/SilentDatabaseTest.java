package io.daybook.eventstore.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.eventstore.append.Rig;
import io.daybook.eventstore.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.junit.jupiter.api.Test;

/// A connection that takes the query and never answers.
class SilentDatabaseTest {

  private final DataSource database = TestDatabase.fresh();
  private final StreamCache cache = new StreamCache(database, 1 << 20, Duration.ofMillis(300));

  @Test
  void whoever_queries_for_all_does_not_wait_for_ever_and_the_next_queries_anew() throws Exception {
    try (Rig rig = new Rig(database);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      rig.append("shop/lamp_1", 0, 1);
      try (Connection hanging = shutHead()) {
        Future<Long> asked = threads.submit(cache::validate);

        assertThat(asked)
            .failsWithin(Duration.ofSeconds(20))
            .withThrowableThat()
            .withCauseInstanceOf(EventStoreException.class)
            .withRootCauseInstanceOf(java.io.IOException.class);
        hanging.rollback();
      }

      assertThat(threads.submit(cache::validate).get(30, TimeUnit.SECONDS)).isEqualTo(1);
    }
  }

  private Connection shutHead() throws SQLException {
    Connection connection = database.getConnection();
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.execute("LOCK TABLE event_store.head IN ACCESS EXCLUSIVE MODE");
    }
    return connection;
  }
}
