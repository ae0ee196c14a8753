package io.daybook.saga;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.Scheduler;
import io.daybook.eventstore.testing.TestDatabase;
import io.daybook.kernel.id.InventoryId;
import io.daybook.kernel.id.OrderId;
import io.daybook.kernel.id.PaymentId;
import io.daybook.saga.testing.Samples;
import io.daybook.saga.testing.shop.Orders;
import io.daybook.saga.testing.shop.Shelf;
import io.daybook.saga.testing.shop.ShopApplication;
import io.daybook.saga.testing.shop.Till;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventProcessor;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// The processes as they are wired, over the real event store, with everything in motion. The
/// context is closed here, because the database goes first when the JVM ends.
@DirtiesContext
@SpringBootTest(
    classes = ShopApplication.class,
    properties = {
      "daybook.process.lookup-first=100ms",
      "daybook.process.sandbox-late=300ms",
      "db-scheduler.polling-interval=100ms",
      "spring.datasource.hikari.maximum-pool-size=30"
    })
class ProcessesTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final InventoryId TEA = InventoryId.of(Samples.TEA, null);
  private static final InventoryId CUP = InventoryId.of(Samples.CUP, Samples.BLUE);

  @Autowired private Orders orders;
  @Autowired private Shelf shelf;
  @Autowired private Till till;
  @Autowired private JdbcClient database;
  @Autowired private Scheduler scheduler;
  @Autowired private EventProcessingConfiguration processing;

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry properties) {
    String url = TestDatabase.create().url();
    properties.add("spring.datasource.url", () -> url);
  }

  @BeforeEach
  void the_shelf_is_full() {
    shelf.put(TEA, 1_000);
    shelf.put(CUP, 1_000);
  }

  @Test
  void every_process_has_its_processor_and_the_agenda_runs() {
    assertThat(processing.eventProcessors())
        .containsOnlyKeys(
            "process-order-placement",
            "process-payment-gateway",
            "process-reservation",
            "process-cart-upkeep")
        .allSatisfy(
            (name, processor) ->
                assertThat(processor).isInstanceOf(PooledStreamingEventProcessor.class));
    assertThat(scheduler.getSchedulerState().isStarted()).isTrue();
  }

  @Test
  void nothing_with_an_outside_effect_can_be_replayed() {
    assertThat(processing.eventProcessors().values())
        .map(PooledStreamingEventProcessor.class::cast)
        .noneMatch(PooledStreamingEventProcessor::supportsReset);
  }

  @Test
  void the_carts_have_one_segment() {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> assertThat(processor("process-cart-upkeep").processingStatus()).hasSize(1));
  }

  @Test
  void an_order_is_placed_and_shipped() {
    OrderId order = started("sandbox:approve");
    ended(order, Orders.PLACED);
    await().atMost(PATIENCE).until(() -> orders.cleared().contains(Samples.CART));
    assertThat(shelf.left(TEA)).isEqualTo(995);

    orders.ship(order);

    await().atMost(PATIENCE).until(() -> sandbox("CAPTURE", order) == 1);
    await().atMost(PATIENCE).until(() -> running(order) == 0);
  }

  @Test
  void a_declined_order_gives_its_stock_back() {
    ended(started("sandbox:decline-hard"), "PAYMENT_FAILED");

    await().atMost(PATIENCE).until(() -> shelf.left(TEA) == 1_000 && shelf.left(CUP) == 1_000);
  }

  @Test
  void a_late_payment_is_found_by_the_agenda_and_completes_the_order() {
    OrderId order = started("sandbox:late");

    ended(order, Orders.PLACED);
    await().atMost(PATIENCE).until(() -> agenda(order) == 0);
  }

  @Test
  void a_gateway_that_fails_is_found_to_have_taken_nothing() {
    ended(started("sandbox:error"), "PAYMENT_FAILED");
  }

  @Test
  void an_order_that_nobody_approves_ends_by_itself_and_its_payment_is_voided() {
    OrderId order = started("sandbox:paypal");

    ended(order, "PLACEMENT_TIMED_OUT");
    await().atMost(PATIENCE).until(() -> till.voided().contains(PaymentId.of(order)));
    await().atMost(PATIENCE).until(() -> shelf.left(TEA) == 1_000);
  }

  @Test
  void of_many_buyers_of_the_last_pieces_as_many_are_charged_as_there_were_pieces() {
    shelf.put(CUP, 10);
    List<OrderId> buyers = Stream.generate(() -> started("sandbox:approve")).limit(40).toList();

    await()
        .atMost(PATIENCE)
        .until(() -> buyers.stream().noneMatch(buyer -> orders.outcome(buyer).isEmpty()));

    Set<OrderId> placed =
        buyers.stream()
            .filter(buyer -> orders.outcome(buyer).equals(Orders.PLACED))
            .collect(java.util.stream.Collectors.toSet());
    assertThat(placed).hasSize(10);
    assertThat(buyers)
        .filteredOn(buyer -> !placed.contains(buyer))
        .allSatisfy(
            buyer -> {
              assertThat(orders.outcome(buyer)).isEqualTo("OUT_OF_STOCK");
              assertThat(sandbox("AUTHORIZE", buyer)).isZero();
            });
    await().atMost(PATIENCE).until(() -> shelf.left(CUP) == 0 && shelf.left(TEA) == 950);
  }

  private OrderId started(String paymentMethodId) {
    OrderId order = OrderId.of(UUID.randomUUID());
    orders.start(order, paymentMethodId);
    return order;
  }

  private void ended(OrderId order, String outcome) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(orders.outcome(order)).isEqualTo(outcome));
  }

  private PooledStreamingEventProcessor processor(String name) {
    EventProcessor processor = processing.eventProcessor(name).orElseThrow();
    return (PooledStreamingEventProcessor) processor;
  }

  private long sandbox(String operation, OrderId order) {
    return count(
        "process.sandbox_ledger WHERE outcome = 'APPROVED' AND operation = '%s' AND payment_id = '%s'"
            .formatted(operation, PaymentId.of(order)));
  }

  private long agenda(OrderId order) {
    return count("process.agenda WHERE task_instance LIKE '%" + order.uuid() + "%'");
  }

  private long running(OrderId order) {
    return count("process.instance WHERE process_id = '" + order + "'");
  }

  private long count(String from) {
    return database.sql("SELECT count(*) FROM " + from).query(Long.class).single();
  }
}
