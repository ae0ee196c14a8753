/// Stock: counted, adjusted, reserved for orders, released and deducted.
@NullMarked
package io.daybook.command.inventory;

import org.jspecify.annotations.NullMarked;
