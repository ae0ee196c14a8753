/// Axon's view of the store, and the tables behind it. Internal.
@NullMarked
package io.daybook.eventstore.postgres;

import org.jspecify.annotations.NullMarked;
