package io.daybook.saga.orderplacement;

import io.daybook.agenda.AgendaEntry;
import io.daybook.inventory.InventoryCommand.DeductInventory;
import io.daybook.inventory.InventoryCommand.ReleaseInventory;
import io.daybook.inventory.InventoryCommand.ReserveInventory;
import io.daybook.order.OrderCommand.FailOrderPlacement;
import io.daybook.order.OrderRejection;
import io.daybook.payment.PaymentCommand.AuthorizePayment;
import io.daybook.payment.PaymentCommand.ReturnUnwantedPayment;
import io.daybook.saga.AgendaKinds;
import io.daybook.saga.testing.Commands;
import io.daybook.saga.testing.ProcessFixture;
import io.daybook.saga.testing.Samples;
import java.util.Optional;

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

  final ProcessFixture<OrderPlacementSaga> fixture = new ProcessFixture<>(OrderPlacementBeans.TYPE);
  final Commands commands = fixture.commands();

  ProcessFixture<OrderPlacementSaga> givenItStarted() {
    return givenItStarted("sandbox:approve");
  }

  ProcessFixture<OrderPlacementSaga> givenItStarted(String paymentMethodId) {
    return fixture.given(Samples.started(Samples.ORDER, paymentMethodId));
  }

  ProcessFixture<OrderPlacementSaga> givenItIsPlaced() {
    return givenItStarted().given(Samples.authorized());
  }

  Optional<AgendaEntry> deadline() {
    return fixture.deadline(AgendaKinds.PLACEMENT_TIMEOUT, Samples.ORDER.value());
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

  static ReturnUnwantedPayment returned(String reason) {
    return new ReturnUnwantedPayment(Samples.PAYMENT, reason);
  }

  static FailOrderPlacement paymentFailed(String reason) {
    return new FailOrderPlacement(Samples.ORDER, OrderRejection.PAYMENT_FAILED, reason, null, null);
  }
}
