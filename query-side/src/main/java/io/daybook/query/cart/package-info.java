/// Carts with their lines, and the lines that were taken out.
@NullMarked
package io.daybook.query.cart;

import org.jspecify.annotations.NullMarked;
