package io.daybook.saga.cartupkeep;

import io.daybook.kernel.id.CartId;
import io.daybook.kernel.id.CartItemId;

/// Identifies a line of a cart.
record CartItemKey(CartId cart, CartItemId item) {}
