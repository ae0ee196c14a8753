package io.daybook.command.inventory;

import io.daybook.command.catalog.ProductModel;
import io.daybook.command.model.DecisionModels;
import io.daybook.inventory.InventoryCommand;
import io.daybook.inventory.InventoryCommand.ReserveInventory;
import io.daybook.inventory.InventoryRejection;
import io.daybook.kernel.Context;
import io.daybook.kernel.Rejection;
import io.daybook.kernel.Texts;
import io.daybook.kernel.id.ProductId;
import org.jspecify.annotations.Nullable;

/// What every movement of stock must satisfy.
final class StockRules {
  private StockRules() {}

  static String reason(@Nullable String reason) {
    if (reason == null || !Texts.isVisible(reason)) {
      throw Rejection.of(InventoryRejection.MISSING_REASON).with("reason", reason, "must be given");
    }
    return reason;
  }

  static void atLeastOne(int quantity) {
    if (quantity < 1) {
      throw Rejection.of(InventoryRejection.INVALID_QUANTITY)
          .with("quantity", quantity, "must be at least 1");
    }
  }

  /// There is such a product or variant, and the stock is its own: a stock is found by the variant's UUID, or
  /// by the product's where there is no variant, and a caller may have given both the same.
  ///
  /// @param stocked whose stock it is, if it is anybody's
  static void isSold(
      @Nullable ProductId stocked,
      InventoryCommand command,
      Context context,
      DecisionModels models) {
    ProductModel product =
        models
            .find(ProductModel.DEFINITION, context.stream(command.productId()))
            .orElseThrow(() -> notFound("productId", command.productId()));
    if (command.variantId() != null && product.variant(command.variantId()).isEmpty()) {
      throw notFound("variantId", command.variantId());
    }
    if (stocked != null && !stocked.equals(command.productId())) {
      throw Rejection.of(InventoryRejection.STOCK_ID_TAKEN)
          .with("productId", command.productId(), "shares its UUID with a stock of " + stocked);
    }
  }

  /// A variant's stock is found by the variant's id alone, so the product's id must be checked.
  static void isOf(@Nullable ProductId stocked, InventoryCommand command) {
    if (stocked != null && !stocked.equals(command.productId())) {
      throw notFound("productId", command.productId());
    }
  }

  /// The quantity on hand after a change must cover what is reserved.
  static int onHand(String field, int given, long now, int reserved) {
    if (now > Integer.MAX_VALUE) {
      throw Rejection.of(InventoryRejection.INVALID_QUANTITY)
          .with(field, given, "leaves more than can be counted");
    }
    if (now < reserved) {
      throw Rejection.of(InventoryRejection.NEGATIVE_STOCK)
          .with(field, given, "would leave " + now + " on hand")
          .with("reserved", reserved, "is promised to orders");
    }
    return (int) now;
  }

  static void isHeld(int quantity, int held) {
    if (quantity > held) {
      throw Rejection.of(InventoryRejection.QUANTITY_EXCEEDS_RESERVED)
          .with("quantity", quantity, "must be at most the " + held + " that are reserved");
    }
  }

  static void isHeldForNoPlacedOrder(int quantity, int held) {
    if (quantity > held) {
      throw Rejection.of(InventoryRejection.QUANTITY_EXCEEDS_RESERVED)
          .with("quantity", quantity, "must be at most the " + held + " held for no placed order")
          .with("orderId", null, "must be given to release what a placed order holds");
    }
  }

  static Rejection insufficient(ReserveInventory command, int available) {
    return Rejection.of(InventoryRejection.INSUFFICIENT_STOCK)
        .with("productId", command.productId(), "is short")
        .with("quantity", command.quantity(), "must be at most what is left")
        .with("available", available, "is left");
  }

  private static Rejection notFound(String field, Object id) {
    return Rejection.of(InventoryRejection.PRODUCT_NOT_FOUND).with(field, id, "must exist");
  }
}
