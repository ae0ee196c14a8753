package io.daybook.saga.orderplacement;

import io.daybook.agenda.Agenda;
import io.daybook.agenda.AgendaEntry;
import io.daybook.agenda.AgendaTable;
import io.daybook.eventstore.testing.TestDatabase;
import io.daybook.inventory.InventoryCommand.DeductInventory;
import io.daybook.inventory.InventoryCommand.ReleaseInventory;
import io.daybook.inventory.InventoryCommand.ReserveInventory;
import io.daybook.kernel.MovableClock;
import io.daybook.order.OrderCommand.FailOrderPlacement;
import io.daybook.order.OrderRejection;
import io.daybook.payment.PaymentCommand.AuthorizePayment;
import io.daybook.payment.PaymentCommand.VoidPayment;
import io.daybook.saga.testing.Commands;
import io.daybook.saga.testing.Samples;
import java.util.Optional;
import org.axonframework.test.saga.ContinuedGivenState;
import org.axonframework.test.saga.SagaTestFixture;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A placement with two demands, of five teas and one blue cup, and what it can be expected to
/// send.
abstract class PlacementFixture {
  static final ReserveInventory RESERVE_TEA =
      new ReserveInventory(Samples.TEA, null, 5, Samples.ORDER, null);
  static final ReserveInventory RESERVE_CUP =
      new ReserveInventory(Samples.CUP, Samples.BLUE, 1, Samples.ORDER, null);
  static final DeductInventory DEDUCT_TEA =
      new DeductInventory(Samples.TEA, null, 5, Samples.ORDER);
  static final DeductInventory DEDUCT_CUP =
      new DeductInventory(Samples.CUP, Samples.BLUE, 1, Samples.ORDER);

  final SagaTestFixture<OrderPlacementSaga> fixture =
      new SagaTestFixture<>(OrderPlacementSaga.class);
  final Commands commands = new Commands(fixture.getCommandBus());
  final MovableClock clock = new MovableClock(Samples.NOW);
  final Agenda agenda = new Agenda(new AgendaTable(JdbcClient.create(TestDatabase.fresh())), clock);
  final PlacementTimeouts timeouts =
      new PlacementTimeouts(agenda, tenant -> Samples.POLICY, commands.sender());

  PlacementFixture() {
    fixture.registerResource(new PlacementDesk(commands.sender(), timeouts));
    commands.answering(ReserveInventory.class, true);
  }

  ContinuedGivenState givenItStarted() {
    return givenItStarted("sandbox:approve");
  }

  ContinuedGivenState givenItStarted(String paymentMethodId) {
    return fixture.givenAPublished(
        Samples.started(Samples.ORDER, paymentMethodId), Samples.metadata());
  }

  ContinuedGivenState givenItIsPlaced() {
    return givenItStarted().andThenAPublished(Samples.authorized(), Samples.metadata());
  }

  Optional<AgendaEntry> timeout() {
    return agenda.find(PlacementTimeouts.KIND, Samples.TENANT, Samples.ORDER.value());
  }

  static AuthorizePayment authorize(String paymentMethodId) {
    return new AuthorizePayment(
        Samples.PAYMENT, Samples.ORDER, Samples.CUSTOMER, paymentMethodId, Samples.TOTAL);
  }

  static ReleaseInventory releaseTea(String reason) {
    return new ReleaseInventory(Samples.TEA, null, 5, reason, Samples.ORDER);
  }

  static ReleaseInventory releaseCup(String reason) {
    return new ReleaseInventory(Samples.CUP, Samples.BLUE, 1, reason, Samples.ORDER);
  }

  static VoidPayment voided(String reason) {
    return new VoidPayment(Samples.PAYMENT, reason);
  }

  static FailOrderPlacement paymentFailed(String reason) {
    return new FailOrderPlacement(Samples.ORDER, OrderRejection.PAYMENT_FAILED, reason, null, null);
  }
}
