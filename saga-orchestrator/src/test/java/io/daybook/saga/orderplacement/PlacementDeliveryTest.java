package io.daybook.saga.orderplacement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.cart.CartCommand.ClearCart;
import io.daybook.eventstore.StoreUnavailable;
import io.daybook.eventstore.StoreUnavailable.WriteOutcome;
import io.daybook.inventory.InventoryCommand.ReserveInventory;
import io.daybook.kernel.Event;
import io.daybook.kernel.Meta;
import io.daybook.kernel.Processes;
import io.daybook.order.OrderCommand.CompleteOrderPlacement;
import io.daybook.order.OrderEvent.OrderConfirmed;
import io.daybook.order.OrderEvent.OrderShipped;
import io.daybook.payment.PaymentCommand.AuthorizePayment;
import io.daybook.payment.PaymentCommand.CapturePayment;
import io.daybook.payment.PaymentEvent.PaymentAuthorized;
import io.daybook.payment.PaymentEvent.PaymentCaptured;
import io.daybook.payment.PaymentStatus;
import io.daybook.saga.Cause;
import io.daybook.saga.testing.Samples;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.axonframework.eventhandling.Segment;
import org.junit.jupiter.api.Test;

/// What survives a crash, and which segment handles an event.
class PlacementDeliveryTest extends PlacementFixture {
  @Test
  void an_event_that_is_delivered_twice_does_no_more_than_once() {
    deliver(Samples.started());
    deliver(Samples.authorized());
    List<Class<?>> once = commands.sentTypes();

    deliver(Samples.authorized());

    assertThat(commands.sentTypes()).isEqualTo(once);
    assertThat(fixture.stages()).containsExactly("PLACED");
  }

  @Test
  void a_crash_in_the_middle_is_made_good_by_the_next_delivery() {
    commands.calling(
        AuthorizePayment.class,
        command -> {
          throw new StoreUnavailable("crash", WriteOutcome.UNKNOWN);
        });
    assertThatThrownBy(() -> deliver(Samples.started())).hasMessageContaining("crash");
    assertThat(fixture.stages()).isEmpty();
    commands.forget();
    commands.answering(AuthorizePayment.class, PaymentStatus.REQUESTED);

    deliver(Samples.started());
    deliver(Samples.authorized());

    assertThat(commands.sentTypes())
        .startsWith(ReserveInventory.class, ReserveInventory.class, AuthorizePayment.class)
        .contains(CompleteOrderPlacement.class);
    assertThat(fixture.stages()).containsExactly("PLACED");
  }

  @Test
  void a_crash_after_the_completion_completes_again_and_goes_on() {
    deliver(Samples.started());
    commands.calling(
        ClearCart.class,
        command -> {
          throw new StoreUnavailable("crash", WriteOutcome.UNKNOWN);
        });
    assertThatThrownBy(() -> deliver(Samples.authorized())).hasMessageContaining("crash");
    assertThat(fixture.stages()).containsExactly("AWAITING_PAYMENT");
    commands.answering(ClearCart.class, "cleared");

    deliver(Samples.authorized());

    assertThat(fixture.stages()).containsExactly("PLACED");
  }

  @Test
  void a_placement_that_has_ended_leaves_nothing_behind() {
    deliver(Samples.started());
    deliver(Samples.authorized());
    deliver(new OrderShipped(Samples.ORDER, "A-1", "1Z", "UPS", Samples.NOW));
    deliver(
        new PaymentCaptured(Samples.PAYMENT, Samples.ORDER, Samples.TOTAL, "cap-1", Samples.NOW));
    commands.forget();

    deliver(new OrderShipped(Samples.ORDER, "A-1", "1Z", "UPS", Samples.NOW));

    assertThat(commands.sentTypes()).doesNotContain(CapturePayment.class);
    assertThat(fixture.stages()).isEmpty();
  }

  @Test
  void another_tenants_order_of_the_same_id_is_another_order() {
    deliver(Samples.started());
    commands.forget();

    fixture.deliver(
        Samples.message(Samples.authorized()).andMetaData(Map.of(Meta.TENANT_ID, "other")));

    assertThat(commands.sent()).isEmpty();
    assertThat(fixture.stages()).containsExactly("AWAITING_PAYMENT");
  }

  @Test
  void exactly_one_segment_is_concerned_by_an_event() {
    Segment[] segments = Segment.computeSegments(0, 1, 2, 3, 4, 5, 6, 7);

    for (Event event : List.<Event>of(Samples.started(), Samples.authorized())) {
      assertThat(segments)
          .filteredOn(segment -> fixture.manager().canHandle(Samples.message(event), segment))
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

    assertThat(fixture.manager().canHandle(Samples.message(elsewhere), Segment.ROOT_SEGMENT))
        .isFalse();
    assertThat(fixture.manager().canHandle(Samples.message(confirmed), Segment.ROOT_SEGMENT))
        .isFalse();
  }

  @Test
  void a_placement_without_any_answer_gets_a_deadline_in_the_end() {
    deliver(Samples.started());

    waiting().setDeadlines();
    assertThat(deadline()).isEmpty();

    fixture.allRestFor(Duration.ofMinutes(2));
    waiting().setDeadlines();
    assertThat(deadline())
        .hasValueSatisfying(
            entry ->
                assertThat(entry.due()).isEqualTo(Samples.NOW.plus(Duration.ofMinutes(15 - 2))))
        .hasValueSatisfying(
            entry ->
                assertThat(Cause.of(entry, Processes.ORDER_PLACEMENT))
                    .extracting(Cause::correlationId, Cause::causationId)
                    .containsExactly("request", "started"));
  }

  @Test
  void a_placement_that_was_answered_gets_none() {
    deliver(Samples.started());
    deliver(Samples.authorized());
    fixture.allRestFor(Duration.ofMinutes(2));

    waiting().setDeadlines();

    assertThat(fixture.deadlineCount()).isZero();
  }

  private WaitingPlacements waiting() {
    return new WaitingPlacements(
        fixture.instances(),
        fixture.deadlines(),
        order -> new Cause(order.tenant(), Processes.ORDER_PLACEMENT, "request", "started", null),
        _ -> Samples.POLICY,
        Duration.ofMinutes(1));
  }

  private void deliver(Event event) {
    fixture.given(event);
  }
}
