/// The ways out of the store: streams for processors, rows for aggregates.
@NullMarked
package io.daybook.eventstore.read;

import org.jspecify.annotations.NullMarked;
