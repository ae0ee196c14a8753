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

/// The reservations of a stock by their orders, oldest first, and how the latest ones ended: a command
/// that ends one is harmless when it is repeated.
final class Reservations {
  @JsonProperty("open")
  private LinkedHashMap<String, Reservation> open = new LinkedHashMap<>();

  @JsonProperty("released")
  private Recent<Integer> released = new Recent<>();

  @JsonProperty("shipped")
  private Recent<Integer> shipped = new Recent<>();

  @JsonProperty("refused")
  private Recent<Integer> refused = new Recent<>();

  Reservation of(OrderId order) {
    Reservation reservation = open.get(order.value());
    Integer gone = shipped.get(order);
    return reservation != null ? reservation : new Reservation(0, 0, gone == null ? 0 : gone);
  }

  /// How many more must be reserved, given what is reserved or has been shipped for the order.
  int missing(OrderId order, int quantity) {
    Reservation reservation = of(order);
    return quantity - reservation.left() - reservation.shipped();
  }

  boolean wasReleased(OrderId order, int quantity) {
    return !open.containsKey(order.value()) && is(released.get(order), quantity);
  }

  boolean wasDeducted(OrderId order) {
    Reservation reservation = of(order);
    return reservation.shipped() > 0 && reservation.firm() == 0;
  }

  boolean wasRefused(OrderId order, int quantity) {
    return is(refused.get(order), quantity);
  }

  /// How many pieces are reserved and expire.
  int expiring() {
    return open.values().stream().mapToInt(Reservation::expiring).sum();
  }

  /// Which orders give up how many expiring pieces, the oldest reservation first.
  Map<OrderId, Integer> oldestExpiring(int quantity) {
    Map<OrderId, Integer> parts = new LinkedHashMap<>();
    int missing = quantity;
    for (Map.Entry<String, Reservation> reservation : open.entrySet()) {
      int part = Math.min(missing, reservation.getValue().expiring());
      if (part > 0) {
        parts.put(new OrderId(reservation.getKey()), part);
        missing -= part;
      }
    }
    return parts;
  }

  void on(InventoryEvent event) {
    switch (event) { // no default: a new event must be decided here
      case InventoryReserved reserved -> reserve(reserved);
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

  private void reserve(InventoryReserved reserved) {
    OrderId order = reserved.orderId();
    boolean firm = reserved.expiresAt() == null;
    open.put(order.value(), of(order).raised(reserved.quantity(), firm));
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

  private Reservation keep(OrderId order, Reservation now) {
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

  private Reservation known(OrderId order) {
    Reservation reservation = open.get(order.value());
    if (reservation == null) {
      throw new IllegalStateException("The events know no reservation of " + order.value());
    }
    return reservation;
  }

  private static boolean is(@Nullable Integer known, int quantity) {
    return known != null && known == quantity;
  }
}
