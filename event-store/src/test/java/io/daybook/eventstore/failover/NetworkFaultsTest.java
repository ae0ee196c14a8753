package io.daybook.eventstore.failover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybook.eventstore.append.Rig;
import io.daybook.eventstore.audit.StoreHead;
import io.daybook.eventstore.testing.NetworkProxy;
import io.daybook.eventstore.testing.TestDatabase;
import java.sql.Connection;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/// Connections and nodes that neither work nor end.
class NetworkFaultsTest {

  private static final Duration TIMEOUT = Duration.ofSeconds(8);

  private final TestDatabase store = TestDatabase.create();
  private final DataSource database = store.dataSource();

  /// The writer sends its batch, and nobody answers; the watcher hears nothing; new connections work.
  @Test
  void half_open_connections_are_given_up_and_new_ones_are_made_within_seconds() throws Exception {
    PGSimpleDataSource direct = (PGSimpleDataSource) database;
    try (NetworkProxy network = new NetworkProxy(direct.getPortNumbers()[0]);
        Rig node = Rig.impatient(through(network), TIMEOUT);
        Rig other = Rig.withoutLog(database)) {
      node.headTracker().start();
      node.append("shop/lamp_1", 0, 1);
      await().until(() -> node.headTracker().head() == 1);

      network.swallow();
      CompletableFuture<Void> append =
          CompletableFuture.runAsync(() -> node.append("shop/lamp_1", 1, 1));

      assertThat(append).succeedsWithin(TIMEOUT);
      other.append("shop/lamp_2", 0, 1);
      within().until(() -> node.headTracker().head() == 3);
      within().until(() -> node.headTracker().watch().problem().isEmpty());
    }
  }

  /// Stopped by a signal, or in a pause of its JVM, after it has locked the head.
  @Test
  void a_node_that_is_frozen_in_a_batch_holds_the_others_up_for_seconds_only() throws Exception {
    try (Connection frozen = database.getConnection();
        Rig node = Rig.withoutLog(database)) {
      frozen.setAutoCommit(false);
      StoreHead.lock(frozen);

      CompletableFuture<Void> append =
          CompletableFuture.runAsync(
              () -> within().ignoreExceptions().until(() -> hasAppended(node)));

      assertThat(append).succeedsWithin(Duration.ofSeconds(12));
      assertThat(node.rows.head()).isEqualTo(1);
    }
  }

  @Test
  void a_database_that_stands_still_is_told_without_asking_it() throws Exception {
    PGSimpleDataSource direct = (PGSimpleDataSource) database;
    try (NetworkProxy network = new NetworkProxy(direct.getPortNumbers()[0]);
        Rig node = Rig.withoutLog(through(network))) {
      node.headTracker().start();
      assertThat(node.headTracker().watch().problem()).isEmpty();

      network.freeze();
      within().until(() -> node.headTracker().watch().problem().isPresent());

      network.thaw();
      within().until(() -> node.headTracker().watch().problem().isEmpty());
    }
  }

  private static boolean hasAppended(Rig node) {
    node.append("shop/lamp_1", 0, 1);
    return true;
  }

  private static ConditionFactory within() {
    return await().atMost(Duration.ofSeconds(20));
  }

  private DataSource through(NetworkProxy network) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(store.url());
    source.setServerNames(new String[] {"127.0.0.1"});
    source.setPortNumbers(new int[] {network.port()});
    return source;
  }
}
