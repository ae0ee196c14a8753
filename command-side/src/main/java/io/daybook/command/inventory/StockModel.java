package io.daybook.command.inventory;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.daybook.command.model.ModelDefinition;
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

/// How many pieces of a product or variant there are, and how many of them are reserved.
public record StockModel(
    @JsonProperty("onHand") int onHand, @JsonProperty("reserved") int reserved) {
  public static final StockModel NONE = new StockModel(0, 0);

  public static final ModelDefinition<StockModel> DEFINITION =
      new ModelDefinition<>(
          StockModel.class, (before, event) -> after(before, (InventoryEvent) event));

  /// What is left to sell.
  public int available() {
    return onHand - reserved;
  }

  static StockModel after(@Nullable StockModel before, InventoryEvent event) {
    StockModel stock = before == null ? NONE : before;
    return switch (event) { // no default: a new event must be decided here
      case InventoryQuantitySet set -> new StockModel(set.newValue(), stock.reserved);
      case InventoryAdjusted adjusted -> new StockModel(adjusted.newValue(), stock.reserved);
      case InventoryReserved reserved -> stock.reserve(reserved.quantity());
      case InventoryReleased released -> stock.reserve(-released.quantity());
      case InventoryDeducted deducted ->
          new StockModel(stock.onHand - deducted.quantity(), stock.reserved - deducted.quantity());
      case InventoryReservationRejected _, LowStockThresholdSet _, LowStockAlert _, OutOfStock _ ->
          stock;
    };
  }

  private StockModel reserve(int more) {
    return new StockModel(onHand, reserved + more);
  }
}
