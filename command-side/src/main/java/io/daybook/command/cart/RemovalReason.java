package io.daybook.command.cart;

import io.daybook.cart.CartCommand.ClearCart;

/// Why a line left its cart, where the cart itself has to know.
final class RemovalReason {
  /// The customer asked for it.
  static final String CUSTOMER = "CUSTOMER";

  /// An order took it: there is nothing to take back.
  static final String ORDERED = ClearCart.ORDERED;

  private RemovalReason() {}
}
