package io.daybook.command.inventory;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.daybook.command.facts.Fold;
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
import org.jspecify.annotations.Nullable;

/// How much of one sellable thing there is, and how much of that is promised to orders.
public record StockFacts(
    @JsonProperty("onHand") int onHand, @JsonProperty("reserved") int reserved) {
  public static final StockFacts NONE = new StockFacts(0, 0);

  public static final Fold<StockFacts> FOLD =
      new Fold<>(StockFacts.class, (before, event) -> after(before, (InventoryEvent) event));

  /// What is left to sell.
  public int available() {
    return onHand - reserved;
  }

  static StockFacts after(@Nullable StockFacts before, InventoryEvent event) {
    StockFacts stock = before == null ? NONE : before;
    return switch (event) { // no default: a new event must be decided here
      case InventoryQuantitySet set -> new StockFacts(set.newValue(), stock.reserved);
      case InventoryAdjusted adjusted -> new StockFacts(adjusted.newValue(), stock.reserved);
      case InventoryReserved reserved -> stock.hold(reserved.quantity());
      case InventoryReleased released -> stock.hold(-released.quantity());
      case InventoryDeducted deducted ->
          new StockFacts(stock.onHand - deducted.quantity(), stock.reserved - deducted.quantity());
      case InventoryReservationRejected _, LowStockThresholdSet _, LowStockAlert _, OutOfStock _ ->
          stock;
    };
  }

  private StockFacts hold(int more) {
    return new StockFacts(onHand, reserved + more);
  }
}
