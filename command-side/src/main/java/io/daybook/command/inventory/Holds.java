package io.daybook.command.inventory;

import io.daybook.command.snapshot.Recent;
import io.daybook.inventory.InventoryEvent;
import io.daybook.inventory.InventoryEvent.InventoryAdjusted;
import io.daybook.inventory.InventoryEvent.InventoryDeducted;
import io.daybook.inventory.InventoryEvent.InventoryQuantitySet;
import io.daybook.inventory.InventoryEvent.InventoryReleased;
import io.daybook.inventory.InventoryEvent.InventoryReservationRejected;
import io.daybook.inventory.InventoryEvent.InventoryReserved;
import io.daybook.inventory.InventoryEvent.LowStockAlert;
import io.daybook.inventory.InventoryEvent.LowStockThresholdSet;
import io.daybook.inventory.InventoryEvent.OutOfStock;
import io.daybook.order.OrderId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Which order holds how much, oldest first, and how the latest holds ended, so that asking for the
/// same end again is harmless.
final class Holds {

  /// @param left what is still held
  /// @param asked what was asked for and not given up: what is left and what was deducted
  record Hold(int left, int asked) {}

  /// @param last the quantity of the movement that ended the hold
  record Deducted(int last, int asked) {}

  private LinkedHashMap<String, Hold> open = new LinkedHashMap<>();
  private Recent<Integer> released = new Recent<>();
  private Recent<Deducted> deducted = new Recent<>();
  private Recent<Integer> refused = new Recent<>();

  int heldFor(OrderId order) {
    Hold hold = open.get(order.value());
    return hold == null ? 0 : hold.left();
  }

  /// How many more must be held until the order has had as many as it asks for.
  int missing(OrderId order, int quantity) {
    Hold hold = open.get(order.value());
    Deducted shipped = deducted.get(order);
    int had = hold != null ? hold.asked() : shipped != null ? shipped.asked() : 0;
    return quantity - had;
  }

  boolean wasReleased(OrderId order, int quantity) {
    return !open.containsKey(order.value()) && is(released.get(order), quantity);
  }

  boolean wasDeducted(OrderId order, int quantity) {
    Deducted end = deducted.get(order);
    return !open.containsKey(order.value()) && end != null && end.last() == quantity;
  }

  boolean wasRefused(OrderId order, int quantity) {
    return is(refused.get(order), quantity);
  }

  /// So many pieces, taken from the oldest holds first.
  Map<OrderId, Integer> oldest(int quantity) {
    Map<OrderId, Integer> parts = new LinkedHashMap<>();
    int missing = quantity;
    for (Map.Entry<String, Hold> hold : open.entrySet()) {
      if (missing == 0) {
        break;
      }
      int part = Math.min(missing, hold.getValue().left());
      parts.put(new OrderId(hold.getKey()), part);
      missing -= part;
    }
    return parts;
  }

  void on(InventoryEvent event) {
    switch (event) { // no default: a new event must be decided here
      case InventoryReserved reserved -> hold(reserved.orderId(), reserved.quantity());
      case InventoryReleased released -> release(released.orderId(), released.quantity());
      case InventoryDeducted deducted -> deduct(deducted.orderId(), deducted.quantity());
      case InventoryReservationRejected rejected ->
          refused.put(rejected.orderId(), rejected.requested());
      case InventoryQuantitySet _,
          InventoryAdjusted _,
          LowStockThresholdSet _,
          LowStockAlert _,
          OutOfStock _ -> {}
    }
  }

  private void hold(OrderId order, int quantity) {
    Hold before = open.getOrDefault(order.value(), new Hold(0, 0));
    Deducted shipped = deducted.get(order);
    int asked = shipped == null ? before.asked() : shipped.asked();
    open.put(order.value(), new Hold(before.left() + quantity, asked + quantity));
    released.remove(order);
    deducted.remove(order);
    refused.remove(order);
  }

  private void release(OrderId order, int quantity) {
    Hold before = known(order);
    Hold now = new Hold(before.left() - quantity, before.asked() - quantity);
    if (now.left() == 0) {
      open.remove(order.value());
      released.put(order, quantity);
    } else {
      open.put(order.value(), now);
    }
  }

  private void deduct(OrderId order, int quantity) {
    Hold before = known(order);
    if (before.left() == quantity) {
      open.remove(order.value());
      deducted.put(order, new Deducted(quantity, before.asked()));
    } else {
      open.put(order.value(), new Hold(before.left() - quantity, before.asked()));
    }
  }

  private Hold known(OrderId order) {
    Hold hold = open.get(order.value());
    if (hold == null) {
      throw new IllegalStateException("The events know no hold of " + order.value());
    }
    return hold;
  }

  private static boolean is(@Nullable Integer known, int quantity) {
    return known != null && known == quantity;
  }
}
