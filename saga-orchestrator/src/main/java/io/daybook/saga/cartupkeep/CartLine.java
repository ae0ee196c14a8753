package io.daybook.saga.cartupkeep;

import io.daybook.kernel.id.CartId;
import io.daybook.kernel.id.CartItemId;

/// A line of a cart.
record CartLine(CartId cart, CartItemId item) {}
