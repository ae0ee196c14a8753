package io.daybook.saga;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.agenda.AgendaEntry;
import io.daybook.kernel.Actor;
import io.daybook.kernel.Meta;
import io.daybook.kernel.Rejection;
import io.daybook.order.OrderCommand.ConfirmOrder;
import io.daybook.order.OrderRejection;
import io.daybook.payment.PaymentCommand.AuthorizePayment;
import io.daybook.payment.PaymentStatus;
import io.daybook.saga.testing.Commands;
import io.daybook.saga.testing.Samples;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.junit.jupiter.api.Test;

class ProcessCommandsTest {
  private static final ConfirmOrder COMMAND = new ConfirmOrder(Samples.ORDER);
  private static final AuthorizePayment AUTHORIZE =
      new AuthorizePayment(
          Samples.PAYMENT, Samples.ORDER, Samples.CUSTOMER, "sandbox:approve", Samples.TOTAL);

  private final Commands commands = new Commands();
  private final EventMessage<?> event =
      Samples.message(Samples.started())
          .andMetaData(Map.of(Meta.EFFECTIVE_AT, "1997-05-04T00:00:00Z"));
  private final Cause cause = Cause.of(event, Actor.process("some-process"));

  @Test
  void a_command_says_whose_it_is_and_what_set_it_off() {
    commands.sender().send(cause, COMMAND);

    assertThat(commands.last().getMetaData())
        .containsEntry(Meta.TENANT_ID, "acme")
        .containsEntry(Meta.ACTOR_TYPE, "process")
        .containsEntry(Meta.ACTOR_ID, "some-process")
        .containsEntry(Meta.CORRELATION_ID, "correlation-1")
        .containsEntry(Meta.CAUSATION_ID, event.getIdentifier())
        .containsEntry(Meta.EFFECTIVE_AT, "1997-05-04T00:00:00Z")
        .containsKey(Meta.COMMAND_ID);
  }

  @Test
  void an_event_without_a_correlation_begins_one() {
    EventMessage<?> moved = event.withMetaData(Map.of(Meta.TENANT_ID, "acme"));

    assertThat(Cause.of(moved, Actor.process("some-process")).correlationId())
        .isEqualTo(moved.getIdentifier());
  }

  @Test
  void a_cause_can_be_stored_with_an_entry_of_the_agenda() {
    AgendaEntry entry =
        new AgendaEntry("some-kind", Samples.TENANT, "key", Samples.NOW, cause.toData());

    assertThat(Cause.of(entry, cause.actor()))
        .isEqualTo(cause)
        .extracting(Cause::effectiveAt)
        .isEqualTo(Instant.parse("1997-05-04T00:00:00Z"));
  }

  @Test
  void a_command_runs_outside_of_the_unit_of_work_that_sends_it() {
    AtomicBoolean nested = new AtomicBoolean(true);
    commands.calling(
        AuthorizePayment.class,
        command -> {
          nested.set(CurrentUnitOfWork.isStarted());
          return PaymentStatus.CAPTURED;
        });

    PaymentStatus answer =
        DefaultUnitOfWork.startAndGet(event)
            .executeWithResult(() -> commands.sender().send(cause, AUTHORIZE))
            .getPayload();

    assertThat(answer).isEqualTo(PaymentStatus.CAPTURED);
    assertThat(nested).isFalse();
  }

  @Test
  void an_answer_that_is_missing_is_a_fault() {
    commands.calling(AuthorizePayment.class, command -> null);

    assertThatThrownBy(() -> commands.sender().send(cause, AUTHORIZE))
        .hasMessageContaining("No answer to");
  }

  @Test
  void a_refusal_comes_back_as_such_and_is_not_repeated() {
    commands.refusing(ConfirmOrder.class, OrderRejection.INVALID_STATUS_TRANSITION);

    assertThatThrownBy(() -> commands.sender().send(cause, COMMAND))
        .isInstanceOfSatisfying(
            Rejection.class,
            rejection ->
                assertThat(rejection.code()).isEqualTo(OrderRejection.INVALID_STATUS_TRANSITION));
    assertThat(commands.sent()).hasSize(1);
  }

  @Test
  void a_technical_failure_is_tried_again_under_the_same_id() {
    AtomicInteger failures = new AtomicInteger(2);
    commands.calling(
        ConfirmOrder.class,
        command -> {
          if (failures.getAndDecrement() > 0) {
            throw new IllegalStateException("connection lost");
          }
          return null;
        });

    commands.sender().send(cause, COMMAND);

    assertThat(commands.bus().getDispatchedCommands())
        .hasSize(3)
        .extracting(message -> message.getMetaData().get(Meta.COMMAND_ID))
        .containsOnly(commands.last().getMetaData().get(Meta.COMMAND_ID));
  }

  @Test
  void a_lasting_failure_is_thrown() {
    commands.calling(
        ConfirmOrder.class,
        command -> {
          throw new IllegalStateException("database gone");
        });

    assertThatThrownBy(() -> commands.sender().send(cause, COMMAND))
        .hasMessageContaining("database gone");
  }
}
