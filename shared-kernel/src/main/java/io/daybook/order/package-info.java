/// Orders, from the start of their placement to delivery or cancellation.
@NullMarked
package io.daybook.order;

import org.jspecify.annotations.NullMarked;
