package io.daybook.command.cart;

import io.daybook.cart.CartRejection;
import io.daybook.kernel.Context;
import io.daybook.kernel.KernelRejection;
import io.daybook.kernel.Money;
import io.daybook.kernel.Rejection;
import io.daybook.kernel.id.CartItemId;
import io.daybook.kernel.id.ProductId;

/// What every change of a cart must satisfy.
final class CartRules {
  /// Pieces in a line. At the highest price that there may be, what they cost still fits a `long`.
  static final int MOST_PIECES = 1_000_000;

  private CartRules() {}

  static void quantityFrom(int least, int quantity) {
    if (quantity < least || quantity > MOST_PIECES) {
      throw Rejection.of(CartRejection.INVALID_QUANTITY)
          .with("quantity", quantity, "must be from " + least + " to " + MOST_PIECES);
    }
  }

  static void notMoreThan(int available, int quantity) {
    if (quantity > available) {
      throw Rejection.of(CartRejection.QUANTITY_EXCEEDS_STOCK)
          .with("quantity", quantity, "must be at most what is available")
          .with("available", available, "is available");
    }
  }

  /// How many can be added to those that are in the cart already.
  static int capped(ProductId product, int requested, int inCart, int available) {
    if (available <= 0) {
      throw Rejection.of(CartRejection.OUT_OF_STOCK)
          .with("productId", product, "must have something left")
          .with("quantity", requested, "must be at most what is available")
          .with("available", available, "is available");
    }
    if (inCart >= available) {
      throw Rejection.of(CartRejection.QUANTITY_EXCEEDS_STOCK)
          .with("quantity", requested, "must fit beside the " + inCart + " in the cart")
          .with("available", available, "is available");
    }
    return Math.min(requested, available - inCart);
  }

  /// The price of a line must be in the currency of all other lines.
  static void sameCurrency(CartModel cart, CartItemId line, Money price) {
    boolean mixed =
        cart.lines().stream()
            .filter(other -> !other.cartItemId().equals(line))
            .anyMatch(other -> !other.unitPrice().currency().equals(price.currency()));
    if (mixed) {
      throw Rejection.of(CartRejection.CURRENCY_MISMATCH)
          .with("currency", price.currency(), "is not that of the other lines");
    }
  }

  static Rejection notInCart(CartItemId line) {
    return Rejection.of(CartRejection.ITEM_NOT_IN_CART)
        .with("cartItemId", line, "must be a line of the cart");
  }

  static Rejection taken(CartItemId line) {
    return Rejection.of(CartRejection.ITEM_ID_TAKEN)
        .with("cartItemId", line, "belongs to another line");
  }

  /// Only the process that placed an order knows what it took.
  static void mayClearForAnOrder(Context context) {
    if (!context.actor().isProcess() && !context.actor().isStaff()) {
      throw Rejection.of(KernelRejection.STAFF_ONLY)
          .with("orderId", context.actor(), "must be left out");
    }
  }
}
