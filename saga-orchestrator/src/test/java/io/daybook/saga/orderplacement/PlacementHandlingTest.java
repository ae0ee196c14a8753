package io.daybook.saga.orderplacement;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.agenda.Agenda;
import io.daybook.agenda.AgendaTable;
import io.daybook.eventstore.json.JsonRules;
import io.daybook.eventstore.testing.TestDatabase;
import io.daybook.inventory.InventoryCommand.ReserveInventory;
import io.daybook.kernel.Command;
import io.daybook.kernel.MovableClock;
import io.daybook.kernel.id.OrderId;
import io.daybook.kernel.id.PaymentId;
import io.daybook.kernel.json.KernelModule;
import io.daybook.order.OrderCommand.CompleteOrderPlacement;
import io.daybook.order.OrderEvent.OrderShipped;
import io.daybook.payment.PaymentCommand.AuthorizePayment;
import io.daybook.payment.PaymentEvent.PaymentAuthorized;
import io.daybook.payment.PaymentEvent.PaymentOutcomeUnknown;
import io.daybook.payment.PaymentOperation;
import io.daybook.saga.testing.Commands;
import io.daybook.saga.testing.Samples;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Segment;
import org.axonframework.messaging.ResultMessage;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/// Several placements in one transaction.
class PlacementHandlingTest {
  private static final OrderId OTHER = OrderId.of(Samples.uuid(32));

  private final DataSource dataSource = TestDatabase.fresh();
  private final JdbcClient database = JdbcClient.create(dataSource);
  private final Commands commands = new Commands().answering(ReserveInventory.class, true);
  private final Agenda agenda =
      new Agenda(new AgendaTable(database), new MovableClock(Samples.NOW));
  private final PlacementTimeouts timeouts =
      new PlacementTimeouts(agenda, tenant -> Samples.POLICY, commands.sender());
  private final OrderPlacements placements = placements();

  @Test
  void they_wait_for_their_commands_at_the_same_time() {
    CyclicBarrier both = new CyclicBarrier(2);
    commands.calling(AuthorizePayment.class, _ -> met(both));

    deliver(started(Samples.ORDER), started(OTHER));

    assertThat(stages()).containsExactly("AWAITING_PAYMENT", "AWAITING_PAYMENT");
  }

  @Test
  void each_gets_its_events_in_their_order() {
    deliver(started(Samples.ORDER), started(OTHER), authorized(Samples.ORDER), authorized(OTHER));

    assertThat(stages()).containsExactly("PLACED", "PLACED");
    assertThat(sentFor(CompleteOrderPlacement.class)).hasSize(2);
  }

  @Test
  void one_that_fails_leaves_none_stored_and_all_are_done_again() {
    commands.calling(AuthorizePayment.class, command -> crash(OTHER, command));

    ResultMessage<?> result = handle(started(Samples.ORDER), started(OTHER));

    assertThat(result.isExceptional()).isTrue();
    assertThat(stages()).isEmpty();

    commands.answering(AuthorizePayment.class, "asked");
    deliver(started(Samples.ORDER), started(OTHER));
    assertThat(stages()).containsExactly("AWAITING_PAYMENT", "AWAITING_PAYMENT");
  }

  @Test
  void what_one_puts_on_the_agenda_is_there_only_with_its_state() {
    deliver(started(Samples.ORDER));
    commands.calling(AuthorizePayment.class, command -> crash(OTHER, command));

    handle(unknown(Samples.ORDER), started(OTHER));
    assertThat(watched()).isZero();

    commands.answering(AuthorizePayment.class, "asked");
    deliver(unknown(Samples.ORDER), started(OTHER));
    assertThat(watched()).isOne();
  }

  @Test
  void one_that_begins_and_ends_in_the_same_transaction_leaves_nothing_behind() {
    deliver(
        started(Samples.ORDER),
        authorized(Samples.ORDER),
        Samples.message(new OrderShipped(Samples.ORDER, "A-1", "1Z", "UPS", Samples.NOW)),
        started(OTHER));

    assertThat(stages()).containsExactly("AWAITING_PAYMENT");
  }

  @Test
  void one_of_an_earlier_version_takes_its_associations_with_it() {
    deliver(started(Samples.ORDER), authorized(Samples.ORDER));
    database
        .sql(
            "INSERT INTO process.association (saga_id, saga_type, key, value)"
                + " SELECT saga_id, saga_type, 'orderId', saga_id FROM process.saga")
        .update();

    deliver(Samples.message(new OrderShipped(Samples.ORDER, "A-1", "1Z", "UPS", Samples.NOW)));

    assertThat(database.sql("SELECT count(*) FROM process.association").query(Long.class).single())
        .isZero();
  }

  private static EventMessage<?> started(OrderId order) {
    return Samples.message(Samples.started(order, "sandbox:approve"));
  }

  private static EventMessage<?> unknown(OrderId order) {
    return Samples.message(
        new PaymentOutcomeUnknown(
            PaymentId.of(order),
            order,
            PaymentOperation.AUTHORIZE,
            "key-1",
            "silence",
            Samples.NOW));
  }

  private static EventMessage<?> authorized(OrderId order) {
    return Samples.message(
        new PaymentAuthorized(
            PaymentId.of(order),
            order,
            Samples.TOTAL,
            "auth-1",
            "sandbox:approve",
            Samples.NOW,
            null));
  }

  private static Object met(CyclicBarrier both) {
    try {
      return both.await(30, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new IllegalStateException("The other never came", e);
    }
  }

  private static Object crash(OrderId order, Command command) {
    if (command instanceof AuthorizePayment authorize && order.equals(authorize.orderId())) {
      throw new IllegalArgumentException("crash");
    }
    return "asked";
  }

  private List<Command> sentFor(Class<?> type) {
    return commands.sent().stream().filter(type::isInstance).toList();
  }

  private void deliver(EventMessage<?>... events) {
    ResultMessage<?> result = handle(events);
    assertThat(result.isExceptional()).isFalse();
  }

  private ResultMessage<?> handle(EventMessage<?>... events) {
    BatchingUnitOfWork<EventMessage<?>> unit = new BatchingUnitOfWork<>(List.of(events));
    unit.attachTransaction(new SpringTransactionManager(new JdbcTransactionManager(dataSource)));
    return unit.executeWithResult(
        () -> {
          placements.handle(unit.getMessage(), Segment.ROOT_SEGMENT);
          return null;
        });
  }

  private List<String> stages() {
    return database
        .sql("SELECT convert_from(state, 'UTF8')::json ->> 'stage' FROM process.saga")
        .query(String.class)
        .list();
  }

  private long watched() {
    return database.sql("SELECT count(*) FROM process.agenda").query(Long.class).single();
  }

  private OrderPlacements placements() {
    PlacementStore store =
        new PlacementStore(
            database,
            Jackson3Serializer.builder()
                .jsonMapperBuilderCustomizer(new JsonRules(List.of(new KernelModule())))
                .build());
    return OrderPlacements.create(
        DefaultConfigurer.defaultConfiguration()
            .registerComponent(
                PlacementDesk.class, c -> new PlacementDesk(commands.sender(), timeouts))
            .buildConfiguration(),
        store);
  }
}
