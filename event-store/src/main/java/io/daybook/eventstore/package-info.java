/// The event store under Axon: append, stream, tokens, claims, history. Knows no domain.
///
/// The interfaces here are what the rest of the system may use; what stands behind them is Axon's
/// JDBC engine on PostgreSQL, to be replaced without their callers noticing.
@NullMarked
package io.daybook.eventstore;

import org.jspecify.annotations.NullMarked;
