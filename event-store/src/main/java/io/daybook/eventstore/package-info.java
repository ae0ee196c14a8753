/// The event store under Axon: append, stream, tokens, claims, history. Knows no domain.
///
/// The interfaces here are what the rest of the system may use. `append` is the way in, `read` the ways
/// out, `form` how a row looks, `token` how far processors are, `postgres` Axon's view of all that.
@NullMarked
package io.daybook.eventstore;

import org.jspecify.annotations.NullMarked;
