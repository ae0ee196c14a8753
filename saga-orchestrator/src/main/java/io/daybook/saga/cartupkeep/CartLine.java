package io.daybook.saga.cartupkeep;

import io.daybook.cart.CartId;
import io.daybook.cart.CartItemId;

/// A line of a cart.
record CartLine(CartId cart, CartItemId item) {}
