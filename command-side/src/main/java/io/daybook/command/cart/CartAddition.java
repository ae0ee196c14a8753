package io.daybook.command.cart;

import io.daybook.cart.CartCommand.AddItemToCart;
import io.daybook.kernel.id.CartId;
import io.daybook.kernel.id.CartItemId;
import io.daybook.kernel.id.CustomerId;
import io.daybook.kernel.id.ProductId;
import io.daybook.kernel.id.VariantId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What is to be added to a cart: a product, or a line that was removed and is restored.
///
/// @param cartItemId of the new line; not used where the cart has a line of the same product already
record CartAddition(
    CartId cartId,
    @Nullable CustomerId customerId,
    CartItemId cartItemId,
    ProductId productId,
    @Nullable VariantId variantId,
    int quantity,
    @Nullable Map<String, String> attributes) {

  static CartAddition of(AddItemToCart command) {
    return new CartAddition(
        command.cartId(),
        command.customerId(),
        command.cartItemId(),
        command.productId(),
        command.variantId(),
        command.quantity(),
        command.attributes());
  }

  static CartAddition of(CartId cart, CartModel contents, CartItem removed) {
    return new CartAddition(
        cart,
        contents.customerId(),
        removed.cartItemId(),
        removed.productId(),
        removed.variantId(),
        removed.quantity(),
        removed.attributes());
  }

  /// The attributes of the line afterwards: those of the addition replace those of the same name.
  Map<String, String> attributesOver(Optional<CartItem> line) {
    Map<String, String> all = new HashMap<>(line.map(CartItem::attributes).orElse(Map.of()));
    if (attributes != null) {
      all.putAll(attributes);
      all.values().removeIf(value -> value == null);
    }
    return Map.copyOf(all);
  }
}
