package io.daybook.query.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybook.catalog.CategoryEvent.CategoryCreated;
import io.daybook.catalog.ProductEvent.ProductDeactivated;
import io.daybook.query.rebuild.RebuildState.Phase;
import io.daybook.query.testing.Known;
import io.daybook.query.testing.ReadTest;
import io.daybook.query.testing.Shop;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.axonframework.config.EventProcessingConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

class RebuildTest extends ReadTest {
  private static final String ORDERS = "projection-order";
  private static final String CATALOG = "projection-catalog";

  @Autowired Rebuilds rebuilds;
  @Autowired JdbcClient database;
  @Autowired EventProcessingConfiguration processing;

  @AfterEach
  void nothing_is_left() {
    if (!rebuilds.isRunning()) {
      rebuilds.start();
    }
    database
        .sql("SELECT rebuild_id FROM rebuild.rebuild WHERE phase IN ('RUNNING', 'KEPT')")
        .query(String.class)
        .list()
        .forEach(rebuilds::cancel);
    await().atMost(Duration.ofSeconds(30)).until(() -> shadows() == 0);
  }

  @Test
  void what_was_rebuilt_takes_the_place_of_what_served() {
    given(Shop.everything(1));
    long oid = oid("orders");

    Comparison comparison = compared(ended(start(ORDERS, Purpose.SWAP), Phase.COMPLETED));

    assertThat(comparison.differing()).isZero();
    assertThat(comparison.tables()).hasSize(5).allMatch(it -> it.live() == it.rebuilt());
    assertThat(oid("orders")).isNotEqualTo(oid);
    assertThat(count("orders")).isEqualTo(1);
    assertThat(indexes()).contains("orders_pkey", "orders_created", "orders_customer");
    given(Shop.placed(2, 4));
    assertThat(count("orders")).isEqualTo(4);
  }

  @Test
  void what_was_tampered_with_is_shown_and_mended() {
    given(Shop.catalog());
    database
        .sql(
            "UPDATE projection.products SET name = 'Tampered' WHERE tenant_id = ? AND name ="
                + " 'Chai'")
        .param(tenant)
        .update();
    database.sql("DELETE FROM projection.variants WHERE tenant_id = ?").param(tenant).update();

    Comparison shown = compared(ended(start(CATALOG, Purpose.COMPARE), Phase.COMPLETED));

    assertThat(shown.differing()).isEqualTo(2);
    assertThat(shown.differences())
        .anySatisfy(
            it -> {
              assertThat(it.table()).isEqualTo("products");
              assertThat(it.key())
                  .isEqualTo(Map.of("tenant_id", tenant, "product_id", Known.product(1).value()));
              assertThat(it.column()).isEqualTo("name");
              assertThat(it.live()).isEqualTo("Tampered");
              assertThat(it.rebuilt()).isEqualTo("Chai");
            })
        .anySatisfy(
            it -> {
              assertThat(it.table()).isEqualTo("variants");
              assertThat(it.column()).isNull();
              assertThat(it.live()).isNull();
            });
    assertThat(names()).contains("Tampered");
    ended(start(CATALOG, Purpose.SWAP), Phase.COMPLETED);
    assertThat(names()).contains("Chai").doesNotContain("Tampered");
  }

  @Test
  void what_is_kept_can_be_looked_at_until_it_is_cancelled() {
    given(Shop.catalog());
    RebuildState kept = ended(start(CATALOG, Purpose.KEEP), Phase.KEPT);

    assertThat(shadows()).isEqualTo(1);
    assertThat(rebuilds.start(CATALOG, Purpose.SWAP)).isEmpty();
    assertThat(
            database
                .sql("SELECT count(*) FROM rebuild_catalog.products WHERE tenant_id = ?")
                .param(tenant)
                .query(Long.class)
                .single())
        .isEqualTo(2);
    rebuilds.cancel(kept.id());
    assertThat(ended(kept.id(), Phase.CANCELLED).comparison()).isNotNull();
    assertThat(shadows()).isZero();
    assertThat(names()).contains("Chai", "Chang");
  }

  @Test
  void one_that_was_cut_off_is_gone_on_with() {
    given(Shop.placed(1, 20));
    String id = start(ORDERS, Purpose.SWAP);
    rebuilds.stop();
    RebuildState cut = rebuilds.find(id).orElseThrow();

    assertThat(cut.phase()).isEqualTo(Phase.RUNNING);
    assertThat(shadows()).isEqualTo(1);
    rebuilds.start();
    assertThat(compared(ended(id, Phase.COMPLETED)).differing()).isZero();
  }

  @Test
  void one_of_a_node_that_is_gone_is_taken_over() {
    given(Shop.placed(1, 20));
    String id = start(ORDERS, Purpose.SWAP);
    rebuilds.stop();
    database
        .sql(
            """
            UPDATE rebuild.rebuild SET owner = 'gone', touched_at = now() - interval '1 minute'
            WHERE rebuild_id = ?
            """)
        .param(id)
        .update();

    rebuilds.start();
    assertThat(compared(ended(id, Phase.COMPLETED)).differing()).isZero();
  }

  @Test
  void one_that_is_cancelled_on_its_way_is_dropped_and_another_can_be_begun() {
    given(Shop.placed(1, 20));
    long oid = oid("orders");
    String id = start(ORDERS, Purpose.SWAP);
    rebuilds.cancel(id);

    ended(id, Phase.CANCELLED);
    assertThat(shadows()).isZero();
    assertThat(oid("orders")).isEqualTo(oid);
    ended(start(ORDERS, Purpose.SWAP), Phase.COMPLETED);
    assertThat(count("orders")).isEqualTo(20);
  }

  @Test
  void its_dead_letters_are_those_of_what_serves_from_then_on() {
    database
        .sql(
            """
            ALTER TABLE projection.categories
            ADD CONSTRAINT poison CHECK (name <> 'Poison') NOT VALID
            """)
        .update();
    given(new CategoryCreated(Known.category(7), "Poison", null, 1, Known.at(0)));
    assertThat(letters()).isEqualTo(1);

    Comparison parked = compared(ended(start(CATALOG, Purpose.SWAP), Phase.COMPLETED));
    assertThat(parked.deadLetters()).isEqualTo(1);
    assertThat(letters()).isEqualTo(1);

    database.sql("ALTER TABLE projection.categories DROP CONSTRAINT poison").update();
    Comparison healed = compared(ended(start(CATALOG, Purpose.SWAP), Phase.COMPLETED));
    assertThat(healed.deadLetters()).isZero();
    assertThat(letters()).isZero();
    assertThat(count("categories")).isEqualTo(1);
  }

  @Test
  void a_letter_that_came_with_a_swap_holds_back_what_is_behind_it() {
    given(Shop.catalog());
    database
        .sql(
            """
            ALTER TABLE projection.products
            ADD CONSTRAINT poison CHECK (name <> 'Chai') NOT VALID
            """)
        .update();
    ended(start(CATALOG, Purpose.SWAP), Phase.COMPLETED);
    long parked = letters();
    assertThat(parked).isPositive();

    given(new ProductDeactivated(Known.product(1), Known.at(9)));

    assertThat(letters()).isEqualTo(parked + 1);
    database.sql("ALTER TABLE projection.products DROP CONSTRAINT poison").update();
    retryAll(); // those of other tests' tenants as well
    assertThat(letters()).isZero();
    assertThat(compared(ended(start(CATALOG, Purpose.COMPARE), Phase.COMPLETED)).differing())
        .isZero();
  }

  @Test
  void readers_see_no_fewer_rows_and_no_event_is_lost_or_doubled_while_others_write() {
    given(Shop.placed(1, 30));
    try (ConfigurableApplicationContext other = secondNode()) {
      AtomicBoolean over = new AtomicBoolean();
      CompletableFuture<Integer> written = CompletableFuture.supplyAsync(() -> write(over));
      CompletableFuture<Long> read = CompletableFuture.supplyAsync(() -> read(over));
      try {
        ended(start(ORDERS, Purpose.SWAP), Phase.COMPLETED);
        ended(
            other.getBean(Rebuilds.class).start(ORDERS, Purpose.SWAP).orElseThrow().id(),
            Phase.COMPLETED);
      } finally {
        over.set(true);
      }
      int last = written.join();
      assertThat(read.join()).isBetween(30L, (long) last);
      given();
      await().atMost(Duration.ofSeconds(60)).until(() -> count("orders") == last);
    }
    assertThat(compared(ended(start(ORDERS, Purpose.COMPARE), Phase.COMPLETED)).differing())
        .isZero();
  }

  /// One order after the other; answers with the number of the last.
  private int write(AtomicBoolean over) {
    int number = 30;
    while (!over.get()) {
      number++;
      store(Shop.placed(number));
    }
    return number;
  }

  /// Over and over; answers with the last count.
  private long read(AtomicBoolean over) {
    long seen = 0;
    while (!over.get()) {
      long now = count("orders");
      assertThat(now).isGreaterThanOrEqualTo(seen);
      seen = now;
      Map<String, String> atLeast = Map.of("Daybook-At-Least", Long.toString(positions.head()));
      HttpResponse<String> page =
          post("{ orders(first: 1) { edges { node { id } } } }", Map.of(), atLeast);
      assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
      assertThat(page.body()).contains("\"node\"");
    }
    return seen;
  }

  private String start(String projection, Purpose purpose) {
    return rebuilds.start(projection, purpose).orElseThrow().id();
  }

  private RebuildState ended(String id, Phase phase) {
    return await()
        .atMost(Duration.ofSeconds(90))
        .failFast(() -> assertThat(rebuilds.find(id).orElseThrow().failure()).isNull())
        .until(() -> rebuilds.find(id).orElseThrow(), state -> state.phase() == phase);
  }

  private static Comparison compared(RebuildState state) {
    Comparison comparison = state.comparison();
    assertThat(comparison).isNotNull();
    return comparison;
  }

  private long count(String table) {
    return database
        .sql("SELECT count(*) FROM projection." + table + " WHERE tenant_id = ?")
        .param(tenant)
        .query(Long.class)
        .single();
  }

  private List<String> names() {
    return database
        .sql("SELECT name FROM projection.products WHERE tenant_id = ?")
        .param(tenant)
        .query(String.class)
        .list();
  }

  private List<String> indexes() {
    return database
        .sql("SELECT indexname FROM pg_indexes WHERE schemaname = 'projection'")
        .query(String.class)
        .list();
  }

  private long oid(String table) {
    return database
        .sql("SELECT CAST(CAST(? AS regclass) AS oid)")
        .param("projection." + table)
        .query(Long.class)
        .single();
  }

  private long shadows() {
    return database
        .sql("SELECT count(*) FROM pg_namespace WHERE nspname LIKE 'rebuild!_%' ESCAPE '!'")
        .query(Long.class)
        .single();
  }

  private void retryAll() {
    boolean handled = true;
    while (handled) {
      handled =
          processing.sequencedDeadLetterProcessor(CATALOG).orElseThrow().process(letter -> true);
    }
  }

  private long letters() {
    return database
        .sql("SELECT count(*) FROM event_store.dead_letter WHERE processor = ?")
        .param(CATALOG)
        .query(Long.class)
        .single();
  }
}
