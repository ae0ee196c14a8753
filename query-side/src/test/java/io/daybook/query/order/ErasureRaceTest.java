package io.daybook.query.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybook.eventstore.batch.BatchParameter;
import io.daybook.eventstore.testing.TestDatabase;
import io.daybook.kernel.Event;
import io.daybook.query.projection.RecordedResolver;
import io.daybook.query.projection.UpdateEmitter;
import io.daybook.query.testing.OrderEvents;
import io.daybook.query.testing.Shop;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.annotation.ClasspathHandlerDefinition;
import org.axonframework.messaging.annotation.ClasspathParameterResolverFactory;
import org.axonframework.messaging.annotation.MultiHandlerDefinition;
import org.axonframework.messaging.annotation.MultiParameterResolverFactory;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The segments of the projection run side by side: one may write an order while another erases its
/// customer. Whoever comes second waits for the first to commit, and the address is gone either way.
class ErasureRaceTest {
  final DataSource source = TestDatabase.fresh();
  final JdbcClient database = JdbcClient.create(source);
  final BatchParameter batches = new BatchParameter(source);
  final AnnotationEventHandlerAdapter orders =
      new AnnotationEventHandlerAdapter(
          new OrderProjection(database, new UpdateEmitter()),
          MultiParameterResolverFactory.ordered(
              new RecordedResolver(),
              batches,
              ClasspathParameterResolverFactory.forClass(ErasureRaceTest.class)),
          MultiHandlerDefinition.ordered(
              batches, ClasspathHandlerDefinition.forClass(ErasureRaceTest.class)));
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
          inAnotherTransaction(() -> handle(OrderEvents.startedBy(2, 1))).join();
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
    handle(OrderEvents.startedBy(1, 1));
  }

  private void erase() {
    handle(Shop.erased(1));
  }

  private void handle(Event event) {
    DomainEventMessage<?> message =
        new GenericDomainEventMessage<>("Test", "shop/" + event.source(), 0, event);
    DefaultUnitOfWork.startAndGet(message)
        .executeWithResult(() -> orders.handle(message))
        .getPayload();
  }

  private long addresses() {
    return count("SELECT count(*) FROM projection.orders WHERE street IS NOT NULL");
  }

  private long count(String sql) {
    return database.sql(sql).query(Long.class).single();
  }
}
