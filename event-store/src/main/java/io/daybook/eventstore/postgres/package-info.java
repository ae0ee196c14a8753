/// Axon's side of the store: its engine, its event store, and where its sagas and dead letters lie.
@NullMarked
package io.daybook.eventstore.postgres;

import org.jspecify.annotations.NullMarked;
