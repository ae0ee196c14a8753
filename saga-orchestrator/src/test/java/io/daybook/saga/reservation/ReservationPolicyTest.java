package io.daybook.saga.reservation;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.agenda.Agenda;
import io.daybook.agenda.AgendaRunner;
import io.daybook.agenda.AgendaTable;
import io.daybook.eventstore.testing.TestDatabase;
import io.daybook.inventory.InventoryCommand.ReleaseInventory;
import io.daybook.inventory.InventoryEvent.InventoryDeducted;
import io.daybook.inventory.InventoryEvent.InventoryReleased;
import io.daybook.inventory.InventoryEvent.InventoryReserved;
import io.daybook.inventory.InventoryRejection;
import io.daybook.kernel.Event;
import io.daybook.kernel.Meta;
import io.daybook.kernel.MovableClock;
import io.daybook.kernel.id.InventoryId;
import io.daybook.saga.testing.Commands;
import io.daybook.saga.testing.Samples;
import io.daybook.saga.testing.Warnings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.annotation.DefaultParameterResolverFactory;
import org.axonframework.messaging.annotation.MultiParameterResolverFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class ReservationPolicyTest {
  private static final InventoryId STOCK = InventoryId.of(Samples.CUP, Samples.BLUE);
  private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);
  private static final Instant EXPIRY = Samples.NOW.plus(HALF_AN_HOUR);

  private final Commands commands = new Commands();
  private final MovableClock clock = new MovableClock(Samples.NOW);
  private final AgendaTable table = new AgendaTable(JdbcClient.create(TestDatabase.fresh()));
  private final ReservationPolicy policy = new ReservationPolicy(new Agenda(table, clock));
  private final AnnotationEventHandlerAdapter handlers =
      new AnnotationEventHandlerAdapter(
          policy,
          MultiParameterResolverFactory.ordered(
              new ExpiryCauseResolver(), new DefaultParameterResolverFactory()));
  private final AgendaRunner runner =
      new AgendaRunner(table, clock, List.of(new ReservationExpiry(commands.sender())));

  @Test
  void a_hold_is_given_up_when_its_time_is_over() {
    reserved(EXPIRY);
    assertThat(runner.runDue(Samples.TENANT)).isZero();

    assertThat(later()).isEqualTo(1);

    assertThat(commands.sent()).containsExactly(release(3));
  }

  @Test
  void a_hold_without_an_end_is_never_given_up() {
    reserved(null);

    assertThat(later()).isZero();
  }

  @Test
  void a_hold_that_was_given_up_before_is_not_given_up_again() {
    reserved(EXPIRY);
    released(3);

    assertThat(later()).isZero();
  }

  @Test
  void a_hold_that_was_taken_off_the_shelf_before_is_not_given_up() {
    reserved(EXPIRY);
    InventoryDeducted event =
        new InventoryDeducted(STOCK, Samples.CUP, Samples.BLUE, 3, Samples.ORDER, Samples.NOW);
    deliver(Samples.message(event));

    assertThat(later()).isZero();
  }

  @Test
  void what_is_left_of_a_hold_is_given_up() {
    reserved(EXPIRY);
    released(2);

    later();

    assertThat(commands.sent()).containsExactly(release(1));
  }

  @Test
  void a_hold_that_was_raised_is_one_hold() {
    reserved(EXPIRY);
    reserved(Samples.NOW.plusSeconds(60));

    assertThat(later()).isEqualTo(1);

    assertThat(commands.sent()).containsExactly(release(6));
  }

  @Test
  void what_the_watching_process_does_is_its_own_affair() {
    reserved(EXPIRY);
    deliver(causedBy("process", releasedEvent(3)));

    assertThat(later()).isEqualTo(1);
  }

  @Test
  void whoever_else_has_its_name_is_not_the_watching_process() {
    reserved(EXPIRY);
    deliver(causedBy("staff", releasedEvent(3)));

    assertThat(later()).isZero();
  }

  private static EventMessage<?> causedBy(String kind, Event event) {
    return Samples.message(event)
        .andMetaData(Map.of(Meta.ACTOR_TYPE, kind, Meta.ACTOR_ID, "order-placement"));
  }

  @Test
  void a_release_that_is_refused_is_done_with_and_told_in_the_log() {
    commands.refusing(ReleaseInventory.class, InventoryRejection.QUANTITY_EXCEEDS_RESERVED);
    reserved(EXPIRY);

    try (Warnings warnings = Warnings.of(ReservationExpiry.class)) {
      assertThat(later()).isEqualTo(1);
      assertThat(warnings.arguments()).hasSize(1);
    }
    assertThat(runner.runDue(Samples.TENANT)).isZero();
  }

  @Test
  void an_event_that_concerns_no_hold_with_an_end_is_not_handled_at_all() {
    EventMessage<?> endless = Samples.message(reservedEvent(null));
    EventMessage<?> ending = Samples.message(reservedEvent(EXPIRY));

    assertThat(handlers.canHandle(endless)).isFalse();
    assertThat(handlers.canHandle(ending)).isTrue();
    assertThat(handlers.canHandle(Samples.message(releasedEvent(3)))).isTrue();
  }

  private void deliver(EventMessage<?> event) {
    if (handlers.canHandle(event)) {
      try {
        handlers.handle(event);
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private void reserved(@Nullable Instant expiresAt) {
    deliver(Samples.message(reservedEvent(expiresAt)));
  }

  private static InventoryReserved reservedEvent(@Nullable Instant expiresAt) {
    return new InventoryReserved(
        STOCK, Samples.CUP, Samples.BLUE, 3, Samples.ORDER, Samples.NOW, expiresAt);
  }

  private void released(int quantity) {
    InventoryReleased event = releasedEvent(quantity);
    deliver(Samples.message(event));
  }

  private static InventoryReleased releasedEvent(int quantity) {
    return new InventoryReleased(
        STOCK, Samples.CUP, Samples.BLUE, quantity, Samples.ORDER, "by hand", Samples.NOW);
  }

  private static ReleaseInventory release(int quantity) {
    return new ReleaseInventory(
        Samples.CUP, Samples.BLUE, quantity, ReleaseInventory.EXPIRED, Samples.ORDER);
  }

  private int later() {
    clock.advance(HALF_AN_HOUR);
    return runner.runDue(Samples.TENANT);
  }
}
