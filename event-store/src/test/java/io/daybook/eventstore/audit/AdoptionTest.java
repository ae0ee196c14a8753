package io.daybook.eventstore.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybook.eventstore.append.Rig;
import io.daybook.eventstore.audit.Verdict.Intact;
import io.daybook.eventstore.audit.Verdict.Tampered;
import io.daybook.eventstore.format.MetadataFormat;
import io.daybook.eventstore.format.MetadataKeys;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/// Events that were written without a seal: before there was a log, or by a node that keeps none.
class AdoptionTest {

  private static final int MANY = 5000;

  private final AttackedStore store = new AttackedStore();

  @Test
  void a_store_of_before_is_adopted_while_others_append() {
    withoutLog(IntStream.range(0, 5).mapToObj(n -> MANY / 5).toList());
    assertThat(store.verdict())
        .isEqualTo(new Intact(SignedHead.NONE, 0, List.of(), MANY)); // and says that none is sealed

    try (Rig rig = new Rig(store.source)) {
      List<CompletableFuture<Void>> appends =
          IntStream.range(0, 100)
              .mapToObj(n -> CompletableFuture.runAsync(() -> rig.append("shop/new_" + n, 0, 2)))
              .toList();
      appends.forEach(CompletableFuture::join);
      awaitSealed();
      rig.append("shop/last", 0, 1);
    }

    assertThat(store.verdict())
        .isInstanceOfSatisfying(
            Intact.class,
            intact -> {
              assertThat(intact.unsealed()).isZero();
              assertThat(intact.head().position()).isEqualTo(MANY + 201);
              assertThat(intact.adopted())
                  .singleElement()
                  .satisfies(
                      range -> {
                        assertThat(range.first()).isEqualTo(1);
                        assertThat(range.last()).isBetween((long) MANY, MANY + 200L);
                      });
            });
  }

  @Test
  void what_is_changed_after_the_adoption_is_found() {
    withoutLog(List.of(MANY));
    try (Rig rig = new Rig(store.source)) {
      rig.append("shop/new", 0, 1);
      awaitSealed();
    }

    Tampering.PAYLOAD.on(store, 2049, 0);

    assertThat(store.verdict())
        .isEqualTo(new Tampered(Finding.EDITED, 2049, 2049, store.batchOf(2049).last()));
  }

  @Test
  void events_of_a_node_without_a_log_are_told_apart() {
    store.append(List.of(2));
    withoutLog(List.of(3));
    store.append(List.of(1)); // sees the gap, and has it adopted
    try (Rig rig = new Rig(store.source)) {
      awaitSealed();
      rig.append("shop/later", 0, 1);
    }

    assertThat(store.verdict())
        .isInstanceOfSatisfying(
            Intact.class,
            intact ->
                assertThat(intact.adopted())
                    .singleElement()
                    .matches(range -> range.first() == 3 && range.last() >= 5));
  }

  @Test
  void what_is_missing_is_not_adopted_but_told() {
    withoutLog(List.of(5));
    Tampering.DELETE.on(store, 3, 0);
    store.append(List.of(1));

    assertThat(store.verdict())
        .isInstanceOfSatisfying(
            Tampered.class,
            tampered -> {
              assertThat(tampered.finding()).isEqualTo(Finding.DELETED);
              assertThat(tampered.position()).isEqualTo(3);
            });
  }

  @Test
  void it_needs_no_second_connection_while_it_holds_the_head() {
    withoutLog(List.of(3));
    OneAtATime source = new OneAtATime(store.source);

    try (MerkleLog log = logOf(source)) {
      awaitSealed();
      assertThat(source.refusals()).isZero();
      assertThat(log).isNotNull();
    }
  }

  /// A pool or a proxy may have exceptions of its own.
  @Test
  void it_goes_on_after_any_failure() {
    withoutLog(List.of(3));
    AtomicInteger connections = new AtomicInteger();
    DataSource source =
        new DelegatingDataSource(store.source) {
          @Override
          public Connection getConnection() throws SQLException {
            if (connections.incrementAndGet() == 2) { // the first one registers the key
              throw new IllegalStateException("The pool is not ready");
            }
            return super.getConnection();
          }
        };

    try (MerkleLog log = logOf(source)) {
      awaitSealed();
      assertThat(log).isNotNull();
    }
  }

  private static MerkleLog logOf(DataSource source) {
    return new MerkleLog(source, Rig.KEY, new MetadataFormat(new MetadataKeys(source)));
  }

  private void withoutLog(List<Integer> batches) {
    try (Rig rig = Rig.withoutLog(store.source)) {
      batches.forEach(size -> rig.append(AttackedStore.batch(size)));
    }
  }

  private void awaitSealed() {
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> store.number("SELECT position - sealed_position FROM event_store.head") == 0);
  }
}
