/// Moves from a table that Axon's own engine has written.
@NullMarked
package io.daybook.eventstore.move;

import org.jspecify.annotations.NullMarked;
