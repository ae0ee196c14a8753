/// Stock: counted, adjusted, held for orders, given back, taken off the shelf.
@NullMarked
package io.daybook.command.inventory;

import org.jspecify.annotations.NullMarked;
