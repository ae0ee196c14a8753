package io.daybook.inventory;

import io.daybook.kernel.Answered;
import io.daybook.kernel.Command;
import io.daybook.kernel.Id;
import io.daybook.kernel.RejectionCode;
import io.daybook.kernel.id.InventoryId;
import io.daybook.kernel.id.OrderId;
import io.daybook.kernel.id.ProductId;
import io.daybook.kernel.id.VariantId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What can be asked of the stock of a product, or of one of its variants.
public sealed interface InventoryCommand extends Command {
  ProductId productId();

  @Nullable VariantId variantId();

  default InventoryId inventoryId() {
    return InventoryId.of(productId(), variantId());
  }

  @Override
  default Id target() {
    return inventoryId();
  }

  @Override
  default RejectionCode missing() {
    return InventoryRejection.PRODUCT_NOT_FOUND;
  }

  /// Sets what is on hand, as counted.
  record SetInventoryQuantity(
      ProductId productId, @Nullable VariantId variantId, int quantity, String reason)
      implements InventoryCommand {}

  /// Moves what is on hand by a difference.
  record AdjustInventory(
      ProductId productId, @Nullable VariantId variantId, int adjustment, String reason)
      implements InventoryCommand {}

  /// Holds stock for an order. Asked again for the same order and quantity it holds it once. What a
  /// process asks for lasts until it is released or shipped, also what a caller held before.
  ///
  /// The answer is false if there is too little, of which an event tells.
  ///
  /// @param expiresAt when the hold ends by itself; none where a process watches over it
  record ReserveInventory(
      ProductId productId,
      @Nullable VariantId variantId,
      int quantity,
      OrderId orderId,
      @Nullable Instant expiresAt)
      implements InventoryCommand, Answered<Boolean> {}

  /// Gives up a hold, or a part of it. A process gives up what is still held, if that is less.
  ///
  /// @param orderId whose hold; where it is absent, the oldest holds are given up first, and none
  ///   that a placed order counts on
  record ReleaseInventory(
      ProductId productId,
      @Nullable VariantId variantId,
      int quantity,
      String reason,
      @Nullable OrderId orderId)
      implements InventoryCommand {
    /// The hold has come to its end by itself.
    public static final String EXPIRED = "EXPIRED";

    @Override
    public RejectionCode missing() {
      return InventoryRejection.QUANTITY_EXCEEDS_RESERVED;
    }
  }

  /// Takes what was shipped for an order off the shelf, for good: what it holds, and what it does
  /// not hold from what is available. The answer is how many of its pieces have left the shelf.
  record DeductInventory(
      ProductId productId, @Nullable VariantId variantId, int quantity, OrderId orderId)
      implements InventoryCommand, Answered<Integer> {}

  /// Below how many available pieces the shop wants to be told.
  record SetLowStockThreshold(ProductId productId, @Nullable VariantId variantId, int threshold)
      implements InventoryCommand {}
}
