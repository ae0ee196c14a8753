package io.daybook.command.cart;

/// Why a line left its cart, where the cart itself has to know.
final class RemovalReason {
  /// The customer's own wish.
  static final String CUSTOMER = "CUSTOMER";

  /// An order took it: there is nothing to take back.
  static final String ORDERED = "ORDERED";

  private RemovalReason() {}
}
