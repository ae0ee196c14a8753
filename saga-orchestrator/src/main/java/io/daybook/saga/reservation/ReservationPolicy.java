package io.daybook.saga.reservation;

import io.daybook.agenda.Agenda;
import io.daybook.agenda.AgendaEntry;
import io.daybook.inventory.InventoryEvent.InventoryDeducted;
import io.daybook.inventory.InventoryEvent.InventoryReleased;
import io.daybook.inventory.InventoryEvent.InventoryReserved;
import io.daybook.kernel.id.InventoryId;
import io.daybook.kernel.id.OrderId;
import io.daybook.saga.AgendaKinds;
import io.daybook.saga.Cause;
import java.time.Instant;
import java.util.Optional;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;

/// Whenever stock is reserved until an instant, then at that instant it is released, except for
/// what was released or deducted before.
@ProcessingGroup(ReservationPolicy.GROUP)
@DisallowReplay
public class ReservationPolicy {
  static final String GROUP = "process-reservation";

  private final Agenda agenda;

  public ReservationPolicy(Agenda agenda) {
    this.agenda = agenda;
  }

  @EventHandler
  void on(InventoryReserved event, ExpiryCause expiry) {
    if (event.expiresAt() != null) {
      schedule(event, event.expiresAt(), expiry.cause());
    }
  }

  /// What an order reserves later of the same stock is added to its reservation, which expires as a
  /// whole, at the latest of the instants.
  private void schedule(InventoryReserved event, Instant expiresAt, Cause cause) {
    String key = ExpiringReservation.key(event.inventoryId(), event.orderId());
    Optional<AgendaEntry> before = agenda.find(AgendaKinds.RESERVATION_EXPIRY, cause.tenant(), key);
    int reserved = before.map(entry -> ExpiringReservation.of(entry).quantity()).orElse(0);
    Instant due = before.map(AgendaEntry::due).filter(expiresAt::isBefore).orElse(expiresAt);
    ExpiringReservation reservation = ExpiringReservation.of(event, cause).minus(-reserved);
    agenda.schedule(
        new AgendaEntry(
            AgendaKinds.RESERVATION_EXPIRY, cause.tenant(), key, due, reservation.toData()));
  }

  @EventHandler
  void on(InventoryReleased event, ExpiryCause expiry) {
    reduce(expiry, event.inventoryId(), event.orderId(), event.quantity());
  }

  @EventHandler
  void on(InventoryDeducted event, ExpiryCause expiry) {
    reduce(expiry, event.inventoryId(), event.orderId(), event.quantity());
  }

  private void reduce(ExpiryCause expiry, InventoryId stock, OrderId order, int quantity) {
    agenda
        .find(
            AgendaKinds.RESERVATION_EXPIRY,
            expiry.cause().tenant(),
            ExpiringReservation.key(stock, order))
        .ifPresent(entry -> reduce(entry, quantity));
  }

  private void reduce(AgendaEntry entry, int quantity) {
    ExpiringReservation left = ExpiringReservation.of(entry).minus(quantity);
    if (left.quantity() > 0) {
      agenda.schedule(
          new AgendaEntry(entry.kind(), entry.tenant(), entry.key(), entry.due(), left.toData()));
    } else {
      agenda.cancel(entry.kind(), entry.tenant(), entry.key());
    }
  }
}
