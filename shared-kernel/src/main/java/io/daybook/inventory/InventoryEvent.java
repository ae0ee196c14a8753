package io.daybook.inventory;

import io.daybook.kernel.Event;
import io.daybook.kernel.Id;
import io.daybook.kernel.StoredAs;
import io.daybook.kernel.id.InventoryId;
import io.daybook.kernel.id.OrderId;
import io.daybook.kernel.id.ProductId;
import io.daybook.kernel.id.VariantId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What happened to the stock of a product, or of one of its variants.
public sealed interface InventoryEvent extends Event {
  InventoryId inventoryId();

  ProductId productId();

  @Nullable VariantId variantId();

  @Override
  default Id source() {
    return inventoryId();
  }

  @StoredAs("inventory.InventoryQuantitySet")
  record InventoryQuantitySet(
      InventoryId inventoryId,
      ProductId productId,
      @Nullable VariantId variantId,
      int previousValue,
      int newValue,
      String reason,
      String userId,
      Instant timestamp)
      implements InventoryEvent {}

  @StoredAs("inventory.InventoryAdjusted")
  record InventoryAdjusted(
      InventoryId inventoryId,
      ProductId productId,
      @Nullable VariantId variantId,
      int adjustment,
      int newValue,
      String reason,
      String userId,
      Instant timestamp)
      implements InventoryEvent {}

  @StoredAs("inventory.InventoryReserved")
  record InventoryReserved(
      InventoryId inventoryId,
      ProductId productId,
      @Nullable VariantId variantId,
      int quantity,
      OrderId orderId,
      Instant reservedAt,
      @Nullable Instant expiresAt)
      implements InventoryEvent {}

  /// A process asked for more than is left: the process reacts to this, a caller gets a refusal.
  @StoredAs("inventory.InventoryReservationRejected")
  record InventoryReservationRejected(
      InventoryId inventoryId,
      ProductId productId,
      @Nullable VariantId variantId,
      int requested,
      int available,
      OrderId orderId,
      Instant rejectedAt)
      implements InventoryEvent {}

  @StoredAs("inventory.InventoryReleased")
  record InventoryReleased(
      InventoryId inventoryId,
      ProductId productId,
      @Nullable VariantId variantId,
      int quantity,
      OrderId orderId,
      String reason,
      Instant releasedAt)
      implements InventoryEvent {}

  @StoredAs("inventory.InventoryDeducted")
  record InventoryDeducted(
      InventoryId inventoryId,
      ProductId productId,
      @Nullable VariantId variantId,
      int quantity,
      OrderId orderId,
      Instant deductedAt)
      implements InventoryEvent {}

  @StoredAs("inventory.LowStockThresholdSet")
  record LowStockThresholdSet(
      InventoryId inventoryId,
      ProductId productId,
      @Nullable VariantId variantId,
      int threshold,
      Instant setAt)
      implements InventoryEvent {}

  /// Written once, when what is available crosses the threshold downwards.
  @StoredAs("inventory.LowStockAlert")
  record LowStockAlert(
      InventoryId inventoryId,
      ProductId productId,
      @Nullable VariantId variantId,
      int currentStock,
      int threshold,
      Instant triggeredAt)
      implements InventoryEvent {}

  /// Written once, when the last available piece is gone.
  @StoredAs("inventory.OutOfStock")
  record OutOfStock(
      InventoryId inventoryId,
      ProductId productId,
      @Nullable VariantId variantId,
      Instant triggeredAt)
      implements InventoryEvent {}
}
