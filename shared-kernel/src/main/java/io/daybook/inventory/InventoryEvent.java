package io.daybook.inventory;

import io.daybook.catalog.ProductId;
import io.daybook.catalog.VariantId;
import io.daybook.kernel.Event;
import io.daybook.kernel.Id;
import io.daybook.order.OrderId;
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
  record InventoryReservationRejected(
      InventoryId inventoryId,
      ProductId productId,
      @Nullable VariantId variantId,
      int requested,
      int available,
      OrderId orderId,
      Instant rejectedAt)
      implements InventoryEvent {}

  record InventoryReleased(
      InventoryId inventoryId,
      ProductId productId,
      @Nullable VariantId variantId,
      int quantity,
      OrderId orderId,
      String reason,
      Instant releasedAt)
      implements InventoryEvent {}

  record InventoryDeducted(
      InventoryId inventoryId,
      ProductId productId,
      @Nullable VariantId variantId,
      int quantity,
      OrderId orderId,
      Instant deductedAt)
      implements InventoryEvent {}

  record LowStockThresholdSet(
      InventoryId inventoryId,
      ProductId productId,
      @Nullable VariantId variantId,
      int threshold,
      Instant setAt)
      implements InventoryEvent {}

  /// Written once, when what is available crosses the threshold downwards.
  record LowStockAlert(
      InventoryId inventoryId,
      ProductId productId,
      @Nullable VariantId variantId,
      int currentStock,
      int threshold,
      Instant triggeredAt)
      implements InventoryEvent {}

  /// Written once, when the last available piece is gone.
  record OutOfStock(
      InventoryId inventoryId,
      ProductId productId,
      @Nullable VariantId variantId,
      Instant triggeredAt)
      implements InventoryEvent {}
}
