package io.daybook.command.inventory;

import com.fasterxml.jackson.annotation.JsonProperty;
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

/// How high the stock stands, and whether the shop wants to be told of it.
///
/// @param counted whether anybody ever said how much is on hand: before that nothing is low
/// @param threshold none where the shop never set one
record Level(
    @JsonProperty("stock") StockFacts stock,
    @JsonProperty("counted") boolean counted,
    @JsonProperty("threshold") @Nullable Integer threshold) {
  static final Level UNKNOWN = new Level(StockFacts.NONE, false, null);

  int available() {
    return stock.available();
  }

  boolean isLow() {
    return counted && threshold != null && available() < threshold;
  }

  boolean isOut() {
    return counted && available() == 0;
  }

  Level after(InventoryEvent event) {
    StockFacts now = StockFacts.after(stock, event);
    return switch (event) { // no default: a new event must be decided here
      case InventoryQuantitySet _, InventoryAdjusted _ -> new Level(now, true, threshold);
      case LowStockThresholdSet set -> new Level(now, counted, set.threshold());
      case InventoryReserved _,
          InventoryReservationRejected _,
          InventoryReleased _,
          InventoryDeducted _,
          LowStockAlert _,
          OutOfStock _ ->
          new Level(now, counted, threshold);
    };
  }
}
