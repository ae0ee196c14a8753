package io.daybook.command.inventory;

import com.fasterxml.jackson.annotation.JsonProperty;
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
import io.daybook.kernel.id.OrderId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Which order holds how much, oldest first, and how the latest holds ended, so that asking for the
/// same end again is harmless.
final class Holds {
  @JsonProperty("open")
  private LinkedHashMap<String, Hold> open = new LinkedHashMap<>();

  @JsonProperty("released")
  private Recent<Integer> released = new Recent<>();

  @JsonProperty("shipped")
  private Recent<Integer> shipped = new Recent<>();

  @JsonProperty("refused")
  private Recent<Integer> refused = new Recent<>();

  Hold of(OrderId order) {
    Hold hold = open.get(order.value());
    Integer gone = shipped.get(order);
    return hold != null ? hold : new Hold(0, 0, gone == null ? 0 : gone);
  }

  /// How many more must be held until the order has had as many as it asks for.
  int missing(OrderId order, int quantity) {
    Hold hold = of(order);
    return quantity - hold.left() - hold.shipped();
  }

  boolean wasReleased(OrderId order, int quantity) {
    return !open.containsKey(order.value()) && is(released.get(order), quantity);
  }

  boolean wasDeducted(OrderId order) {
    Hold hold = of(order);
    return hold.shipped() > 0 && hold.lasting() == 0;
  }

  boolean wasRefused(OrderId order, int quantity) {
    return is(refused.get(order), quantity);
  }

  /// All that no placed order counts on.
  int passing() {
    return open.values().stream().mapToInt(Hold::passing).sum();
  }

  /// So many pieces that no placed order counts on, taken from the oldest holds first.
  Map<OrderId, Integer> oldestPassing(int quantity) {
    Map<OrderId, Integer> parts = new LinkedHashMap<>();
    int missing = quantity;
    for (Map.Entry<String, Hold> hold : open.entrySet()) {
      int part = Math.min(missing, hold.getValue().passing());
      if (part > 0) {
        parts.put(new OrderId(hold.getKey()), part);
        missing -= part;
      }
    }
    return parts;
  }

  void on(InventoryEvent event) {
    switch (event) { // no default: a new event must be decided here
      case InventoryReserved reserved -> hold(reserved);
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

  private void hold(InventoryReserved reserved) {
    OrderId order = reserved.orderId();
    boolean lasts = reserved.expiresAt() == null;
    open.put(order.value(), of(order).raised(reserved.quantity(), lasts));
    released.remove(order);
    shipped.remove(order);
    refused.remove(order);
  }

  private void release(OrderId order, int quantity) {
    if (keep(order, known(order).released(quantity)).left() == 0) {
      released.put(order, quantity);
    }
  }

  private void deduct(OrderId order, int quantity) {
    keep(order, known(order).deducted(quantity));
  }

  private Hold keep(OrderId order, Hold now) {
    if (now.left() > 0) {
      open.put(order.value(), now);
    } else {
      open.remove(order.value());
      if (now.shipped() > 0) {
        shipped.put(order, now.shipped());
      }
    }
    return now;
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
