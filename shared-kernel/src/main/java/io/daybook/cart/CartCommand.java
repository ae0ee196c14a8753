package io.daybook.cart;

import io.daybook.kernel.Command;
import io.daybook.kernel.Id;
import io.daybook.kernel.Money;
import io.daybook.kernel.RejectionCode;
import io.daybook.kernel.id.CartId;
import io.daybook.kernel.id.CartItemId;
import io.daybook.kernel.id.CustomerId;
import io.daybook.kernel.id.OrderId;
import io.daybook.kernel.id.ProductId;
import io.daybook.kernel.id.VariantId;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What can be asked of a cart. A cart comes to be with its first line.
public sealed interface CartCommand extends Command {
  CartId cartId();

  @Override
  default Id target() {
    return cartId();
  }

  @Override
  default RejectionCode missing() {
    return CartRejection.CART_NOT_FOUND;
  }

  /// Adds a line, or adds to the line of the same thing; capped to what is available.
  ///
  /// @param customerId none for a guest
  /// @param attributes what the shop wants to remember of the line, up to its order
  record AddItemToCart(
      CartId cartId,
      @Nullable CustomerId customerId,
      CartItemId cartItemId,
      ProductId productId,
      @Nullable VariantId variantId,
      int quantity,
      @Nullable Map<String, String> attributes)
      implements CartCommand {}

  /// @param quantity 0 removes the line
  record UpdateCartItemQuantity(CartId cartId, CartItemId cartItemId, int quantity)
      implements CartCommand {}

  /// @param reason why, where it was not the customer's own wish
  record RemoveItemFromCart(CartId cartId, CartItemId cartItemId, @Nullable String reason)
      implements CartCommand {
    public static final String PRODUCT_DELETED = "PRODUCT_DELETED";
  }

  /// Takes a removal back, within the tenant's time for it.
  record RestoreCartItem(CartId cartId, CartItemId cartItemId) implements CartCommand {}

  /// The shop's price of a thing has changed while it lay in the cart.
  record RepriceCartItem(CartId cartId, CartItemId cartItemId, Money unitPrice)
      implements CartCommand {}

  /// Takes the lines of a guest's cart into the customer's own, at login.
  record MergeGuestCart(CartId guestCartId, CustomerId customerId) implements CartCommand {
    @Override
    public CartId cartId() {
      return CartId.of(customerId);
    }
  }

  /// Empties the cart.
  ///
  /// @param orderId the order that took the lines: only those that it took are removed
  record ClearCart(
      CartId cartId,
      String reason,
      @Nullable OrderId orderId,
      @Nullable Map<CartItemId, Integer> ordered)
      implements CartCommand {
    /// An order took the lines.
    public static final String ORDERED = "ORDERED";

    /// The lines are in another cart.
    public static final String MERGED = "MERGED";
  }

  /// Ends a cart that was not used since `inactiveSince`; refused if it was.
  record ExpireCart(CartId cartId, Instant inactiveSince) implements CartCommand {}
}
