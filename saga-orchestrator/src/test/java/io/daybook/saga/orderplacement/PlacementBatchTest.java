package io.daybook.saga.orderplacement;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.eventstore.StoreUnavailable;
import io.daybook.eventstore.StoreUnavailable.WriteOutcome;
import io.daybook.kernel.Command;
import io.daybook.kernel.id.OrderId;
import io.daybook.kernel.id.PaymentId;
import io.daybook.order.OrderCommand.CompleteOrderPlacement;
import io.daybook.order.OrderEvent.OrderShipped;
import io.daybook.payment.PaymentCommand.AuthorizePayment;
import io.daybook.payment.PaymentEvent.PaymentAuthorized;
import io.daybook.payment.PaymentEvent.PaymentCaptured;
import io.daybook.payment.PaymentEvent.PaymentOutcomeUnknown;
import io.daybook.payment.PaymentOperation;
import io.daybook.payment.PaymentStatus;
import io.daybook.saga.testing.Samples;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Segment;
import org.axonframework.messaging.ResultMessage;
import org.junit.jupiter.api.Test;

/// Several placements in one transaction.
class PlacementBatchTest extends PlacementFixture {
  private static final OrderId OTHER = OrderId.of(Samples.uuid(32));

  @Test
  void they_wait_for_their_commands_at_the_same_time() {
    CyclicBarrier both = new CyclicBarrier(2);
    commands.calling(AuthorizePayment.class, _ -> met(both));

    deliver(started(Samples.ORDER), started(OTHER));

    assertThat(fixture.stages()).containsExactly("AWAITING_PAYMENT", "AWAITING_PAYMENT");
  }

  @Test
  void each_gets_its_events_in_their_order() {
    deliver(started(Samples.ORDER), started(OTHER), authorized(Samples.ORDER), authorized(OTHER));

    assertThat(fixture.stages()).containsExactly("PLACED", "PLACED");
    assertThat(sentFor(CompleteOrderPlacement.class)).hasSize(2);
  }

  @Test
  void one_that_meets_an_outage_leaves_none_stored_and_all_are_done_again() {
    commands.calling(AuthorizePayment.class, command -> crash(OTHER, command));

    ResultMessage<?> result = handle(started(Samples.ORDER), started(OTHER));

    assertThat(result.isExceptional()).isTrue();
    assertThat(fixture.stages()).isEmpty();

    commands.answering(AuthorizePayment.class, PaymentStatus.REQUESTED);
    deliver(started(Samples.ORDER), started(OTHER));
    assertThat(fixture.stages()).containsExactly("AWAITING_PAYMENT", "AWAITING_PAYMENT");
  }

  @Test
  void one_that_fails_by_itself_is_parked_and_the_other_goes_on() {
    commands.calling(
        AuthorizePayment.class,
        command -> {
          if (command instanceof AuthorizePayment authorize && OTHER.equals(authorize.orderId())) {
            throw new IllegalArgumentException("no such way to pay");
          }
          return PaymentStatus.REQUESTED;
        });

    deliver(started(Samples.ORDER), started(OTHER));

    assertThat(fixture.stages()).containsExactly("AWAITING_PAYMENT");
    assertThat(fixture.letters().amountOfSequences()).isOne();
  }

  @Test
  void a_deadline_is_set_only_with_the_state() {
    deliver(started(Samples.ORDER));
    commands.calling(AuthorizePayment.class, command -> crash(OTHER, command));

    handle(unknown(Samples.ORDER), started(OTHER));
    assertThat(fixture.deadlineCount()).isZero();

    commands.answering(AuthorizePayment.class, PaymentStatus.REQUESTED);
    deliver(unknown(Samples.ORDER), started(OTHER));
    assertThat(fixture.deadlineCount()).isOne();
  }

  @Test
  void one_that_begins_and_ends_in_the_same_transaction_leaves_nothing_behind() {
    deliver(
        started(Samples.ORDER),
        authorized(Samples.ORDER),
        Samples.message(new OrderShipped(Samples.ORDER, "A-1", "1Z", "UPS", Samples.NOW)),
        Samples.message(
            new PaymentCaptured(
                PaymentId.of(Samples.ORDER), Samples.ORDER, Samples.TOTAL, "cap-1", Samples.NOW)),
        started(OTHER));

    assertThat(fixture.stages()).containsExactly("AWAITING_PAYMENT");
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
      both.await(30, TimeUnit.SECONDS);
      return PaymentStatus.REQUESTED;
    } catch (Exception e) {
      throw new IllegalStateException("The other never came", e);
    }
  }

  private static Object crash(OrderId order, Command command) {
    if (command instanceof AuthorizePayment authorize && order.equals(authorize.orderId())) {
      throw new StoreUnavailable("crash", WriteOutcome.UNKNOWN);
    }
    return PaymentStatus.REQUESTED;
  }

  private List<Command> sentFor(Class<?> type) {
    return commands.sent().stream().filter(type::isInstance).toList();
  }

  private void deliver(EventMessage<?>... events) {
    fixture.deliver(events);
  }

  private ResultMessage<?> handle(EventMessage<?>... events) {
    return fixture.tryToDeliver(Segment.ROOT_SEGMENT, events);
  }
}
