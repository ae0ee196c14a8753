package io.daybook.saga.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.kernel.Actor;
import io.daybook.kernel.Meta;
import io.daybook.kernel.Processes;
import io.daybook.kernel.id.OrderId;
import io.daybook.payment.PaymentCommand.ReturnUnwantedPayment;
import io.daybook.payment.PaymentEvent.PaymentRequested;
import io.daybook.payment.PaymentOperation;
import io.daybook.saga.AgendaKinds;
import io.daybook.saga.testing.Samples;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Whatever has no order that wants it goes back within the time for which the order's stock would be held.
class UnwantedPaymentsTest extends PaymentFixture {
  private static final Actor CUSTOMER = new Actor(Actor.Kind.CUSTOMER, "cus_1");

  @Test
  void a_payment_that_came_before_its_order_goes_back_unless_the_order_wants_it_by_then() {
    request(Samples.ORDER, CUSTOMER);
    commands.forget();

    lookUpAfter(Samples.POLICY.reservation().minusSeconds(1));
    assertThat(returned()).isZero();
    lookUpAfter(Duration.ofSeconds(1));

    assertThat(commands.sent())
        .contains(new ReturnUnwantedPayment(Samples.PAYMENT, UnwantedPayments.REASON));
    assertThat(watched()).isFalse();
  }

  @Test
  void what_an_order_s_own_process_has_asked_for_is_its_own_to_give_back() {
    request(Samples.ORDER, Processes.ORDER_PLACEMENT);

    assertThat(watched()).isFalse();
  }

  @Test
  void a_payment_that_names_no_order_is_left_alone() {
    request(null, CUSTOMER);

    assertThat(watched()).isFalse();
  }

  private void request(@Nullable OrderId order, Actor by) {
    PaymentRequested event =
        new PaymentRequested(
            Samples.PAYMENT,
            order,
            null,
            PaymentOperation.REDIRECT,
            "sandbox:paypal",
            Samples.TOTAL,
            1,
            "key-1",
            null,
            null,
            Samples.NOW);
    process.on(
        event,
        Samples.message(event)
            .andMetaData(Map.of(Meta.ACTOR_TYPE, by.kind().spelling(), Meta.ACTOR_ID, by.id())));
  }

  private boolean watched() {
    return agenda
        .find(AgendaKinds.UNWANTED_PAYMENT, Samples.TENANT, Samples.PAYMENT.value())
        .isPresent();
  }

  private long returned() {
    return commands.sent().stream().filter(ReturnUnwantedPayment.class::isInstance).count();
  }
}
