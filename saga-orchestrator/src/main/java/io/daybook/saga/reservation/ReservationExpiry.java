package io.daybook.saga.reservation;

import io.daybook.agenda.AgendaEntry;
import io.daybook.agenda.AgendaTask;
import io.daybook.agenda.Completion;
import io.daybook.inventory.InventoryCommand.ReleaseInventory;
import io.daybook.kernel.Actor;
import io.daybook.kernel.Processes;
import io.daybook.kernel.Rejection;
import io.daybook.saga.AgendaKinds;
import io.daybook.saga.ProcessCommands;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Releases what is left of a reservation that expires. The stock itself knows how much that is,
/// and whether a placed order has taken it over.
public final class ReservationExpiry implements AgendaTask {
  static final Actor PROCESS = Processes.RESERVATION_EXPIRY;

  private static final Logger log = LoggerFactory.getLogger(ReservationExpiry.class);

  private final ProcessCommands commands;

  public ReservationExpiry(ProcessCommands commands) {
    this.commands = commands;
  }

  @Override
  public String kind() {
    return AgendaKinds.RESERVATION_EXPIRY;
  }

  @Override
  public Completion run(AgendaEntry entry) {
    ExpiringReservation reservation = ExpiringReservation.of(entry);
    ReleaseInventory release =
        new ReleaseInventory(
            reservation.productId(),
            reservation.variantId(),
            reservation.quantity(),
            ReleaseInventory.EXPIRED,
            reservation.orderId());
    Rejection rejection = commands.attempt(reservation.cause(), release);
    if (rejection != null) {
      log.warn("Tenant {}: {} was refused: {}", entry.tenant(), release, rejection.getMessage());
    }
    return Completion.REMOVE;
  }
}
