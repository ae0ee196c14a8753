package io.daybook.eventstore.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybook.eventstore.append.Rig;
import io.daybook.eventstore.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Nodes notify each other of what they append, where there is another one.
class NotificationTest {

  /// So long that no node learns anything by polling.
  private static final Duration RARELY = Duration.ofMinutes(5);

  private static final int PATIENCE_MILLIS = 10_000;

  private final DataSource database = TestDatabase.fresh();

  @Test
  void a_node_that_hardly_polls_is_notified_of_what_another_appends() {
    try (Rig one = new Rig(database);
        HeadTracker other = new HeadTracker(database, 16, 1 << 20, RARELY)) {
      one.headTracker().start();
      await().until(() -> !one.headTracker().hasRemoteListener());

      other.start();
      await().until(() -> one.headTracker().hasRemoteListener());
      one.append("shop/lamp_1", 0, 2);
      await().until(() -> other.head() == 2);
      one.append("shop/lamp_1", 2, 1);
      await().until(() -> other.head() == 3);
    }
  }

  @Test
  void each_of_two_nodes_knows_that_the_other_listens_and_the_last_one_that_none_does() {
    try (HeadTracker one = new HeadTracker(database, 16, 1 << 20, Duration.ofMillis(20))) {
      one.start();
      try (HeadTracker other = new HeadTracker(database, 16, 1 << 20, Duration.ofMillis(20))) {
        other.start();
        await().until(() -> one.hasRemoteListener() && other.hasRemoteListener());
      }
      await().until(() -> !one.hasRemoteListener());
    }
  }

  @Test
  void a_node_that_does_not_watch_notifies_since_it_knows_of_no_listener() {
    try (Rig one = new Rig(database);
        HeadTracker other = new HeadTracker(database, 16, 1 << 20, RARELY)) {
      other.start();
      await().until(() -> listeners() == 1);

      one.append("shop/lamp_1", 0, 1);
      await().until(() -> other.head() == 1);
    }
  }

  @Test
  void a_node_that_is_alone_notifies_nobody() throws SQLException {
    try (Rig alone = new Rig(database);
        Connection eavesdropper = database.getConnection();
        Statement listen = eavesdropper.createStatement()) {
      alone.headTracker().start();
      await().until(() -> !alone.headTracker().hasRemoteListener());
      listen.execute("LISTEN daybook_events; LISTEN the_end");

      alone.append("shop/lamp_1", 0, 1);

      JdbcClient.create(database).sql("NOTIFY the_end, 'the end'").update();
      assertThat(toldUntil("the end", eavesdropper)).containsExactly("the end");
    }
  }

  /// In the order of the commits.
  private static List<String> toldUntil(String last, Connection connection) throws SQLException {
    List<String> notified = new ArrayList<>();
    while (!notified.contains(last)) {
      PGNotification[] more =
          connection.unwrap(PGConnection.class).getNotifications(PATIENCE_MILLIS);
      assertThat(more).isNotEmpty();
      for (PGNotification notification : more) {
        notified.add(notification.getParameter());
      }
    }
    return notified;
  }

  private int listeners() {
    return JdbcClient.create(database)
        .sql(
            """
            SELECT count(*) FROM pg_locks
            WHERE locktype = 'advisory' AND mode = 'ShareLock' AND granted
              AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
            """)
        .query(Integer.class)
        .single();
  }
}
