/// What happens to carts when nobody touches them, and when the products in them change.
@NullMarked
package io.daybook.saga.cartupkeep;

import org.jspecify.annotations.NullMarked;
