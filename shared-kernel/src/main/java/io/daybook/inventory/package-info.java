/// Stock: what is on hand, what is promised to orders, and what is left to sell.
@NullMarked
package io.daybook.inventory;

import org.jspecify.annotations.NullMarked;
