package io.daybook.saga.orderplacement;

import io.daybook.kernel.Processes;
import io.daybook.kernel.TenantPolicy;
import io.daybook.kernel.id.PaymentId;
import io.daybook.order.OrderCommand.CompleteOrderPlacement;
import io.daybook.payment.DeclineKind;
import io.daybook.payment.PaymentCommand.ResolvePayment;
import io.daybook.payment.PaymentEvent.PaymentDeclined;
import io.daybook.saga.AgendaKinds;
import io.daybook.saga.process.CommandSenderResolver;
import io.daybook.saga.testing.Commands;
import io.daybook.saga.testing.Samples;
import java.time.Duration;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.test.saga.ContinuedGivenState;
import org.axonframework.test.saga.SagaTestFixture;
import org.junit.jupiter.api.Test;

/// The same saga on Axon's own manager and store: its annotations mean there what they mean here.
class AxonFixtureTest {
  private final SagaTestFixture<OrderPlacementSaga> fixture =
      new SagaTestFixture<>(OrderPlacementSaga.class);

  AxonFixtureTest() {
    TenantPolicy.Source policies = _ -> Samples.POLICY;
    fixture.registerParameterResolverFactory(
        new CommandSenderResolver(
            Processes.ORDER_PLACEMENT, new Commands(fixture.getCommandBus()).sender()));
    fixture.registerResource(policies);
    fixture.registerDeadlineDispatchInterceptor(
        _ ->
            (_, deadline) ->
                deadline.andMetaData(CurrentUnitOfWork.get().getMessage().getMetaData()));
  }

  @Test
  void a_placement_is_found_by_its_order_and_by_nothing_else() throws Exception {
    started("sandbox:approve")
        .whenPublishingA(Samples.authorized(), Samples.metadata())
        .expectActiveSagas(1)
        .expectAssociationWith("orderId", Samples.ORDER.value())
        .expectDispatchedCommands(
            new CompleteOrderPlacement(Samples.ORDER, Samples.PAYMENT), PlacingTest.CLEAR);
  }

  @Test
  void another_payment_decides_nothing() throws Exception {
    PaymentDeclined other =
        new PaymentDeclined(
            PaymentId.of(Samples.uuid(99)),
            Samples.ORDER,
            Samples.TOTAL,
            DeclineKind.HARD,
            "no",
            Samples.NOW);

    started("sandbox:approve")
        .whenPublishingA(other, Samples.metadata())
        .expectActiveSagas(1)
        .expectNoDispatchedCommands();
  }

  @Test
  void a_redirect_has_a_deadline_at_which_the_gateway_is_asked() throws Exception {
    started("sandbox:paypal")
        .whenTimeElapses(Duration.ofMinutes(15))
        .expectActiveSagas(1)
        .expectTriggeredDeadlinesWithName(AgendaKinds.PLACEMENT_TIMEOUT)
        .expectDispatchedCommands(new ResolvePayment(Samples.PAYMENT, null, null));
  }

  @Test
  void a_payment_that_comes_in_time_cancels_the_deadline() throws Exception {
    started("sandbox:paypal")
        .whenPublishingA(Samples.authorized(), Samples.metadata())
        .expectActiveSagas(1)
        .expectNoScheduledDeadlines();
  }

  private ContinuedGivenState started(String paymentMethodId) throws Exception {
    return fixture.givenAPublished(
        Samples.started(Samples.ORDER, paymentMethodId), Samples.metadata());
  }
}
