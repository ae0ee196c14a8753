/// The event store under Axon: what other modules use of it. It knows no domain.
///
/// Public as well are `batch` (what a projection writes), `audit` (verification and proofs) and `move` (bringing in
/// the events of Axon's own engine). All other packages are internal: `append` is the way in, `read` the way out,
/// `format` how rows look, `json` how payloads look, `token` how far processors are, `postgres` Axon's view of the
/// store, `autoconfigure` the wiring.
@NullMarked
@PublicApi
package io.daybook.eventstore;

import org.jspecify.annotations.NullMarked;
