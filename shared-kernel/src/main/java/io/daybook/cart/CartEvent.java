package io.daybook.cart;

import io.daybook.kernel.Event;
import io.daybook.kernel.Id;
import io.daybook.kernel.Money;
import io.daybook.kernel.StoredAs;
import io.daybook.kernel.id.CartId;
import io.daybook.kernel.id.CartItemId;
import io.daybook.kernel.id.CustomerId;
import io.daybook.kernel.id.OrderId;
import io.daybook.kernel.id.ProductId;
import io.daybook.kernel.id.VariantId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What happened to a cart.
public sealed interface CartEvent extends Event {
  CartId cartId();

  @Override
  default Id source() {
    return cartId();
  }

  /// A new line, or more of one that was there.
  ///
  /// @param cartItemId the line's; what is added to a line keeps that line's id
  /// @param quantity how many were added, after capping to what is available
  /// @param unitPrice what one piece of the whole line costs now
  /// @param attributes all that the line has now
  @StoredAs("cart.ItemAddedToCart")
  record ItemAddedToCart(
      CartId cartId,
      @Nullable CustomerId customerId,
      CartItemId cartItemId,
      ProductId productId,
      @Nullable VariantId variantId,
      int quantity,
      int requestedQuantity,
      Money unitPrice,
      Map<String, String> attributes,
      Instant addedAt)
      implements CartEvent {}

  @StoredAs("cart.CartItemQuantityUpdated")
  record CartItemQuantityUpdated(
      CartId cartId,
      CartItemId cartItemId,
      ProductId productId,
      int oldQuantity,
      int newQuantity,
      Instant updatedAt)
      implements CartEvent {}

  @StoredAs("cart.CartItemRepriced")
  record CartItemRepriced(
      CartId cartId,
      CartItemId cartItemId,
      ProductId productId,
      Money oldPrice,
      Money newPrice,
      Instant repricedAt)
      implements CartEvent {}

  @StoredAs("cart.ItemRemovedFromCart")
  record ItemRemovedFromCart(
      CartId cartId,
      CartItemId cartItemId,
      ProductId productId,
      @Nullable VariantId variantId,
      String reason,
      Instant removedAt)
      implements CartEvent {}

  record MergedItem(
      CartItemId cartItemId,
      ProductId productId,
      @Nullable VariantId variantId,
      int quantity,
      int requestedQuantity,
      Money unitPrice,
      Map<String, String> attributes) {}

  /// @param mergedItems the lines of the customer's cart that the merge added or changed, with the
  ///     quantity that they have now
  @StoredAs("cart.CartMerged")
  record CartMerged(
      CartId cartId,
      CartId guestCartId,
      CustomerId customerId,
      List<MergedItem> mergedItems,
      Instant mergedAt)
      implements CartEvent {}

  /// @param orderId the order that took the lines, if one did
  @StoredAs("cart.CartCleared")
  record CartCleared(
      CartId cartId,
      @Nullable CustomerId customerId,
      String reason,
      @Nullable OrderId orderId,
      Instant clearedAt)
      implements CartEvent {}

  @StoredAs("cart.CartExpired")
  record CartExpired(
      CartId cartId, @Nullable CustomerId customerId, Instant lastActivityDate, Instant expiredAt)
      implements CartEvent {}
}
