package io.daybook.saga.reservation;

import io.daybook.agenda.AgendaEntry;
import io.daybook.agenda.AgendaTask;
import io.daybook.agenda.Completion;
import io.daybook.inventory.InventoryCommand.ReleaseInventory;
import io.daybook.kernel.Actor;
import io.daybook.kernel.Processes;
import io.daybook.kernel.Rejection;
import io.daybook.saga.ProcessCommands;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Gives up what is left of a hold when its time is over. How much that is, and that a placed order
/// has not taken it over, is the stock's to say.
public final class ReservationExpiry implements AgendaTask {
  static final String KIND = "reservation-expiry";
  static final Actor PROCESS = Processes.RESERVATION_EXPIRY;

  private static final Logger log = LoggerFactory.getLogger(ReservationExpiry.class);

  private final ProcessCommands commands;

  public ReservationExpiry(ProcessCommands commands) {
    this.commands = commands;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Completion run(AgendaEntry entry) {
    Hold hold = Hold.remembered(entry);
    ReleaseInventory release =
        new ReleaseInventory(
            hold.productId(), hold.variantId(), hold.quantity(), "EXPIRED", hold.orderId());
    Rejection rejection = commands.attempt(hold.cause(), release);
    if (rejection != null) {
      log.warn("Tenant {}: {} was refused: {}", entry.tenant(), release, rejection.getMessage());
    }
    return Completion.REMOVE;
  }
}
