package io.daybook.command.inventory;

import io.daybook.inventory.InventoryCommand;
import io.daybook.inventory.InventoryEvent.InventoryAdjusted;
import io.daybook.inventory.InventoryEvent.InventoryDeducted;
import io.daybook.inventory.InventoryEvent.InventoryQuantitySet;
import io.daybook.inventory.InventoryEvent.InventoryReleased;
import io.daybook.inventory.InventoryEvent.InventoryReservationRejected;
import io.daybook.inventory.InventoryEvent.InventoryReserved;
import io.daybook.inventory.InventoryEvent.LowStockAlert;
import io.daybook.inventory.InventoryEvent.LowStockThresholdSet;
import io.daybook.inventory.InventoryEvent.OutOfStock;
import io.daybook.kernel.Context;
import io.daybook.kernel.id.InventoryId;
import io.daybook.kernel.id.OrderId;
import io.daybook.kernel.id.ProductId;
import io.daybook.kernel.id.VariantId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Makes the events of one stock.
record StockEvents(InventoryId id, ProductId product, @Nullable VariantId variant) {

  static StockEvents of(InventoryCommand command) {
    return new StockEvents(command.inventoryId(), command.productId(), command.variantId());
  }

  InventoryQuantitySet set(int before, int now, String reason, Context by) {
    return new InventoryQuantitySet(
        id, product, variant, before, now, reason, by.actor().toString(), by.at());
  }

  InventoryAdjusted adjusted(int adjustment, int now, String reason, Context by) {
    return new InventoryAdjusted(
        id, product, variant, adjustment, now, reason, by.actor().toString(), by.at());
  }

  InventoryReserved reserved(int quantity, OrderId order, Instant at, @Nullable Instant expiresAt) {
    return new InventoryReserved(id, product, variant, quantity, order, at, expiresAt);
  }

  InventoryReservationRejected refused(int requested, int available, OrderId order, Instant at) {
    return new InventoryReservationRejected(id, product, variant, requested, available, order, at);
  }

  InventoryReleased released(int quantity, OrderId order, String reason, Instant at) {
    return new InventoryReleased(id, product, variant, quantity, order, reason, at);
  }

  InventoryDeducted deducted(int quantity, OrderId order, Instant at) {
    return new InventoryDeducted(id, product, variant, quantity, order, at);
  }

  LowStockThresholdSet threshold(int threshold, Instant at) {
    return new LowStockThresholdSet(id, product, variant, threshold, at);
  }

  LowStockAlert low(int available, int threshold, Instant at) {
    return new LowStockAlert(id, product, variant, available, threshold, at);
  }

  OutOfStock out(Instant at) {
    return new OutOfStock(id, product, variant, at);
  }
}
