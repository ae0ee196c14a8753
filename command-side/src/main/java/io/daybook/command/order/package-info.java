/// Orders: what a cart becomes, what it costs, and the states that it passes.
@NullMarked
package io.daybook.command.order;

import org.jspecify.annotations.NullMarked;
