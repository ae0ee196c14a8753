/// Carts of guests and customers, from the first line to the order that takes them.
@NullMarked
package io.daybook.command.cart;

import org.jspecify.annotations.NullMarked;
