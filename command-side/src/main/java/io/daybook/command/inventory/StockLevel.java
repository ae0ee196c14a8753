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

/// The level of a stock, and whether it is low.
///
/// @param counted whether the quantity on hand was ever set: before that no stock is low
/// @param threshold below which the stock is low; null where the shop has set none
record StockLevel(
    @JsonProperty("stock") StockModel stock,
    @JsonProperty("counted") boolean counted,
    @JsonProperty("threshold") @Nullable Integer threshold) {
  static final StockLevel UNKNOWN = new StockLevel(StockModel.NONE, false, null);

  int available() {
    return stock.available();
  }

  boolean isLow() {
    return counted && threshold != null && available() < threshold;
  }

  boolean isOut() {
    return counted && available() == 0;
  }

  StockLevel after(InventoryEvent event) {
    StockModel now = StockModel.after(stock, event);
    return switch (event) { // no default: a new event must be decided here
      case InventoryQuantitySet _, InventoryAdjusted _ -> new StockLevel(now, true, threshold);
      case LowStockThresholdSet set -> new StockLevel(now, counted, set.threshold());
      case InventoryReserved _,
          InventoryReservationRejected _,
          InventoryReleased _,
          InventoryDeducted _,
          LowStockAlert _,
          OutOfStock _ ->
          new StockLevel(now, counted, threshold);
    };
  }
}
