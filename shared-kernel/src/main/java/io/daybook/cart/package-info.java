/// Shopping carts of guests and customers.
@NullMarked
package io.daybook.cart;

import org.jspecify.annotations.NullMarked;
