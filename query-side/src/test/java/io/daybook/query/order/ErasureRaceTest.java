package io.daybook.query.order;

import static io.daybook.query.testing.Known.customer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybook.eventstore.testing.TestDatabase;
import io.daybook.query.projection.Recorded;
import io.daybook.query.testing.Known;
import io.daybook.query.testing.Orders;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The segments of the projection run side by side: one may write an order while another erases its
/// customer. Whoever comes second waits for the first to commit, and the address is gone either way.
class ErasureRaceTest {
  static final Recorded RECORDED =
      new Recorded("shop", "staff:usr_7", "event", "a type", 0, Known.NINE, false);

  final DataSource source = TestDatabase.fresh();
  final JdbcClient database = JdbcClient.create(source);
  final OrderTable orders = new OrderTable(database);
  final TransactionTemplate transaction =
      new TransactionTemplate(new DataSourceTransactionManager(source));

  @Test
  void an_order_that_meets_an_erasure_waits_for_it() {
    race(this::erase, this::insert);

    assertThat(addresses()).isZero();
  }

  @Test
  void an_erasure_that_meets_an_order_waits_for_it() {
    race(this::insert, this::erase);

    assertThat(addresses()).isZero();
  }

  @Test
  void orders_of_one_customer_do_not_wait_for_each_other() {
    transaction.executeWithoutResult(
        _ -> {
          insert();
          inAnotherTransaction(() -> orders.insert(Orders.startedBy(2, 1), RECORDED)).join();
        });

    assertThat(addresses()).isEqualTo(2);
  }

  private void race(Runnable first, Runnable second) {
    CompletableFuture<?> waiting =
        transaction.execute(
            _ -> {
              first.run();
              CompletableFuture<?> started = inAnotherTransaction(second);
              await().until(this::somebodyWaits);
              return started;
            });
    waiting.join();
    assertThat(count("SELECT count(*) FROM projection.orders")).isEqualTo(1);
  }

  private CompletableFuture<?> inAnotherTransaction(Runnable work) {
    return CompletableFuture.runAsync(() -> transaction.executeWithoutResult(_ -> work.run()));
  }

  private boolean somebodyWaits() {
    return count("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted") == 1;
  }

  private void insert() {
    orders.insert(Orders.startedBy(1, 1), RECORDED);
  }

  private void erase() {
    orders.erase(customer(1), RECORDED);
  }

  private long addresses() {
    return count("SELECT count(*) FROM projection.orders WHERE street IS NOT NULL");
  }

  private long count(String sql) {
    return database.sql(sql).query(Long.class).single();
  }
}
