package io.daybook.saga.reservation;

import io.daybook.agenda.Agenda;
import io.daybook.agenda.AgendaEntry;
import io.daybook.inventory.InventoryEvent.InventoryDeducted;
import io.daybook.inventory.InventoryEvent.InventoryReleased;
import io.daybook.inventory.InventoryEvent.InventoryReserved;
import io.daybook.kernel.id.InventoryId;
import io.daybook.kernel.id.OrderId;
import io.daybook.saga.Cause;
import java.time.Instant;
import java.util.Optional;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;

/// Whenever stock is held until an instant, then it is given up at that instant, as far as it was
/// not given up or taken off the shelf before.
@ProcessingGroup(ReservationPolicy.GROUP)
@DisallowReplay
public class ReservationPolicy {
  static final String GROUP = "process-reservation";

  private final Agenda agenda;

  public ReservationPolicy(Agenda agenda) {
    this.agenda = agenda;
  }

  @EventHandler
  void on(InventoryReserved event, Ending ending) {
    if (event.expiresAt() != null) {
      watch(event, event.expiresAt(), ending.cause());
    }
  }

  /// A hold that is raised is one hold, and ends when its last part does.
  private void watch(InventoryReserved event, Instant expiresAt, Cause cause) {
    String key = Hold.key(event.inventoryId(), event.orderId());
    Optional<AgendaEntry> before = agenda.find(ReservationExpiry.KIND, cause.tenant(), key);
    int held = before.map(entry -> Hold.remembered(entry).quantity()).orElse(0);
    Instant due = before.map(AgendaEntry::due).filter(expiresAt::isBefore).orElse(expiresAt);
    Hold hold = Hold.of(event, cause).less(-held);
    agenda.schedule(
        new AgendaEntry(ReservationExpiry.KIND, cause.tenant(), key, due, hold.remembered()));
  }

  @EventHandler
  void on(InventoryReleased event, Ending ending) {
    given(ending, event.inventoryId(), event.orderId(), event.quantity());
  }

  @EventHandler
  void on(InventoryDeducted event, Ending ending) {
    given(ending, event.inventoryId(), event.orderId(), event.quantity());
  }

  private void given(Ending ending, InventoryId stock, OrderId order, int quantity) {
    agenda
        .find(ReservationExpiry.KIND, ending.cause().tenant(), Hold.key(stock, order))
        .ifPresent(entry -> given(entry, quantity));
  }

  private void given(AgendaEntry entry, int quantity) {
    Hold left = Hold.remembered(entry).less(quantity);
    if (left.quantity() > 0) {
      agenda.schedule(
          new AgendaEntry(
              entry.kind(), entry.tenant(), entry.key(), entry.due(), left.remembered()));
    } else {
      agenda.cancel(entry.kind(), entry.tenant(), entry.key());
    }
  }
}
