/// What is in stock, what is held for orders, and what is left.
@NullMarked
package io.daybook.query.inventory;

import org.jspecify.annotations.NullMarked;
