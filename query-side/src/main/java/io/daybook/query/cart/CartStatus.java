package io.daybook.query.cart;

/// A cleared or expired cart is empty, and active again with the next line that is put into it.
public enum CartStatus {
  ACTIVE,
  CLEARED,
  EXPIRED
}
