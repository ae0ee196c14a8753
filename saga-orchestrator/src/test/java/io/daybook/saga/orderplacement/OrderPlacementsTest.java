package io.daybook.saga.orderplacement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.agenda.Agenda;
import io.daybook.agenda.AgendaTable;
import io.daybook.eventstore.json.JsonRules;
import io.daybook.eventstore.testing.TestDatabase;
import io.daybook.inventory.InventoryCommand.ReserveInventory;
import io.daybook.kernel.Event;
import io.daybook.kernel.Meta;
import io.daybook.kernel.MovableClock;
import io.daybook.kernel.json.KernelModule;
import io.daybook.order.OrderCommand.CompleteOrderPlacement;
import io.daybook.order.OrderEvent.OrderConfirmed;
import io.daybook.order.OrderEvent.OrderShipped;
import io.daybook.payment.PaymentCommand.AuthorizePayment;
import io.daybook.payment.PaymentCommand.CapturePayment;
import io.daybook.payment.PaymentEvent.PaymentAuthorized;
import io.daybook.saga.testing.Commands;
import io.daybook.saga.testing.Samples;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Segment;
import org.axonframework.messaging.ResultMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/// The saga with its real store: what survives a crash, and who is concerned by an event.
class OrderPlacementsTest {
  private final DataSource dataSource = TestDatabase.fresh();
  private final JdbcClient database = JdbcClient.create(dataSource);
  private final Commands commands = new Commands().answering(ReserveInventory.class, true);
  private final Agenda agenda =
      new Agenda(new AgendaTable(database), new MovableClock(Samples.NOW));
  private final PlacementTimeouts timeouts =
      new PlacementTimeouts(agenda, tenant -> Samples.POLICY, commands.sender());
  private final OrderPlacements placements = OrderPlacements.create(axon(), store());

  @Test
  void an_event_that_is_delivered_twice_does_no_more_than_once() {
    deliver(Samples.started());
    deliver(Samples.authorized());
    List<Class<?>> once = commands.sentTypes();

    deliver(Samples.authorized());

    assertThat(commands.sentTypes()).isEqualTo(once);
    assertThat(stages()).containsExactly("PLACED");
  }

  @Test
  void a_crash_in_the_middle_is_made_good_by_the_next_delivery() {
    commands.calling(
        AuthorizePayment.class,
        command -> {
          throw new IllegalStateException("crash");
        });
    assertThatThrownBy(() -> deliver(Samples.started())).hasMessageContaining("crash");
    assertThat(stages()).isEmpty();
    commands.forget();
    commands.answering(AuthorizePayment.class, "asked");

    deliver(Samples.started());
    deliver(Samples.authorized());

    assertThat(commands.sentTypes())
        .startsWith(ReserveInventory.class, ReserveInventory.class, AuthorizePayment.class)
        .contains(CompleteOrderPlacement.class);
    assertThat(stages()).containsExactly("PLACED");
  }

  @Test
  void a_crash_after_the_completion_completes_again_and_goes_on() {
    deliver(Samples.started());
    commands.calling(
        io.daybook.cart.CartCommand.ClearCart.class,
        command -> {
          throw new IllegalStateException("crash");
        });
    assertThatThrownBy(() -> deliver(Samples.authorized())).hasMessageContaining("crash");
    assertThat(stages()).containsExactly("AWAITING_PAYMENT");
    commands.answering(io.daybook.cart.CartCommand.ClearCart.class, "cleared");

    deliver(Samples.authorized());

    assertThat(stages()).containsExactly("PLACED");
  }

  @Test
  void a_placement_that_has_ended_leaves_nothing_behind() {
    deliver(Samples.started());
    deliver(Samples.authorized());
    deliver(new OrderShipped(Samples.ORDER, "A-1", "1Z", "UPS", Samples.NOW));
    commands.forget();

    deliver(new OrderShipped(Samples.ORDER, "A-1", "1Z", "UPS", Samples.NOW));

    assertThat(commands.sentTypes()).doesNotContain(CapturePayment.class);
    assertThat(stages()).isEmpty();
    assertThat(count("process.association")).isZero();
  }

  @Test
  void another_tenants_order_of_the_same_id_is_another_order() {
    deliver(Samples.started());
    commands.forget();

    deliver(Samples.message(Samples.authorized()).andMetaData(Map.of(Meta.TENANT_ID, "other")));

    assertThat(commands.sent()).isEmpty();
    assertThat(stages()).containsExactly("AWAITING_PAYMENT");
  }

  @Test
  void exactly_one_segment_is_concerned_by_an_event() {
    Segment[] segments = Segment.computeSegments(0, 1, 2, 3, 4, 5, 6, 7);

    for (Event event : List.<Event>of(Samples.started(), Samples.authorized())) {
      assertThat(segments)
          .filteredOn(segment -> placements.canHandle(Samples.message(event), segment))
          .hasSize(1)
          .containsOnly(
              Stream.of(segments)
                  .filter(segment -> segment.matches("acme/" + Samples.ORDER))
                  .findFirst()
                  .orElseThrow());
    }
  }

  @Test
  void nobody_is_concerned_by_an_event_without_an_order_or_without_a_handler() {
    PaymentAuthorized elsewhere =
        new PaymentAuthorized(
            Samples.PAYMENT, null, Samples.TOTAL, "a", "manual:invoice", Samples.NOW, null);
    OrderConfirmed confirmed = new OrderConfirmed(Samples.ORDER, "A-1", Samples.NOW, "staff:usr_1");

    assertThat(placements.canHandle(Samples.message(elsewhere), Segment.ROOT_SEGMENT)).isFalse();
    assertThat(placements.canHandle(Samples.message(confirmed), Segment.ROOT_SEGMENT)).isFalse();
  }

  @Test
  void a_placement_without_any_answer_is_put_on_the_agenda_in_the_end() {
    deliver(Samples.started());
    WaitingPlacements waiting = new WaitingPlacements(database, timeouts, Duration.ofMinutes(1));

    waiting.watch();
    assertThat(agenda.find(PlacementTimeouts.KIND, Samples.TENANT, Samples.ORDER.value()))
        .isEmpty();

    database.sql("UPDATE process.saga SET stored_at = now() - interval '2 min'").update();
    waiting.watch();
    assertThat(agenda.find(PlacementTimeouts.KIND, Samples.TENANT, Samples.ORDER.value()))
        .hasValueSatisfying(
            entry ->
                assertThat(entry.due()).isEqualTo(Samples.NOW.plus(Duration.ofMinutes(15 - 2))));
  }

  @Test
  void a_placement_that_was_answered_is_not() {
    deliver(Samples.started());
    deliver(Samples.authorized());
    database.sql("UPDATE process.saga SET stored_at = now() - interval '2 min'").update();

    new WaitingPlacements(database, timeouts, Duration.ofMinutes(1)).watch();

    assertThat(count("process.agenda")).isZero();
  }

  private void deliver(Event event) {
    deliver(Samples.message(event));
  }

  private void deliver(EventMessage<?> event) {
    DefaultUnitOfWork<?> unitOfWork = DefaultUnitOfWork.startAndGet(event);
    unitOfWork.attachTransaction(
        new SpringTransactionManager(new JdbcTransactionManager(dataSource)));
    ResultMessage<?> result =
        unitOfWork.executeWithResult(
            () -> {
              placements.handle(event, Segment.ROOT_SEGMENT);
              return null;
            });
    if (result.isExceptional()) {
      throw new IllegalStateException(result.exceptionResult());
    }
  }

  private List<String> stages() {
    return database
        .sql("SELECT convert_from(state, 'UTF8')::json ->> 'stage' FROM process.saga")
        .query(String.class)
        .list();
  }

  private long count(String table) {
    return database.sql("SELECT count(*) FROM " + table).query(Long.class).single();
  }

  private Configuration axon() {
    return DefaultConfigurer.defaultConfiguration()
        .registerComponent(PlacementDesk.class, c -> new PlacementDesk(commands.sender(), timeouts))
        .buildConfiguration();
  }

  private PlacementStore store() {
    return new PlacementStore(
        database,
        Jackson3Serializer.builder()
            .jsonMapperBuilderCustomizer(new JsonRules(List.of(new KernelModule())))
            .build());
  }
}
