package io.daybook.saga.testing.shop;

import io.daybook.inventory.InventoryCommand.DeductInventory;
import io.daybook.inventory.InventoryCommand.ReleaseInventory;
import io.daybook.inventory.InventoryCommand.ReserveInventory;
import io.daybook.inventory.InventoryEvent.InventoryReservationRejected;
import io.daybook.kernel.id.InventoryId;
import io.daybook.kernel.id.OrderId;
import io.daybook.saga.testing.Samples;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.MetaData;
import org.springframework.stereotype.Component;

/// As much of stock as the processes need: what is left, and what is held for which order.
@Component
public class Shelf {
  private record Hold(InventoryId stock, OrderId order) {}

  private final Announcements announcements;
  private final Map<InventoryId, Integer> available = new HashMap<>();
  private final Map<Hold, Integer> holds = new HashMap<>();

  Shelf(Announcements announcements) {
    this.announcements = announcements;
  }

  public synchronized void put(InventoryId stock, int quantity) {
    available.put(stock, quantity);
  }

  public synchronized int left(InventoryId stock) {
    return available.getOrDefault(stock, 0);
  }

  @CommandHandler
  synchronized boolean handle(ReserveInventory command, MetaData metadata) {
    Hold hold = new Hold(command.inventoryId(), command.orderId());
    int left = left(command.inventoryId());
    if (holds.containsKey(hold)) {
      return true;
    }
    if (left < command.quantity()) {
      announcements.publish(rejected(command, left), metadata);
      return false;
    }
    available.put(command.inventoryId(), left - command.quantity());
    holds.put(hold, command.quantity());
    return true;
  }

  @CommandHandler
  synchronized void handle(ReleaseInventory command) {
    int held = taken(new Hold(command.inventoryId(), command.orderId()));
    available.merge(command.inventoryId(), held, Integer::sum);
  }

  @CommandHandler
  synchronized int handle(DeductInventory command) {
    return taken(new Hold(command.inventoryId(), command.orderId()));
  }

  private int taken(Hold hold) {
    Integer held = holds.remove(hold);
    return held == null ? 0 : held;
  }

  private static InventoryReservationRejected rejected(ReserveInventory command, int left) {
    return new InventoryReservationRejected(
        command.inventoryId(),
        command.productId(),
        command.variantId(),
        command.quantity(),
        left,
        command.orderId(),
        Samples.NOW);
  }
}
