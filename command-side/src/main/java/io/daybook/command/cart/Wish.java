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

/// What is to be put into a cart: something new, or a line that was taken out.
///
/// @param cartItemId the line's, unless the cart has a line of the same thing already
record Wish(
    CartId cartId,
    @Nullable CustomerId customerId,
    CartItemId cartItemId,
    ProductId productId,
    @Nullable VariantId variantId,
    int quantity,
    @Nullable Map<String, String> attributes) {

  static Wish of(AddItemToCart command) {
    return new Wish(
        command.cartId(),
        command.customerId(),
        command.cartItemId(),
        command.productId(),
        command.variantId(),
        command.quantity(),
        command.attributes());
  }

  static Wish of(CartId cart, CartFacts contents, CartLine removed) {
    return new Wish(
        cart,
        contents.customerId(),
        removed.cartItemId(),
        removed.productId(),
        removed.variantId(),
        removed.quantity(),
        removed.attributes());
  }

  /// The attributes that the line has afterwards: what is new beside, or in place of, what is old.
  Map<String, String> attributesOver(Optional<CartLine> line) {
    Map<String, String> all = new HashMap<>(line.map(CartLine::attributes).orElse(Map.of()));
    if (attributes != null) {
      all.putAll(attributes);
      all.values().removeIf(value -> value == null);
    }
    return Map.copyOf(all);
  }
}
