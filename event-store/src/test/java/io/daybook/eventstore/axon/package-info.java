/// Axon's own tests (the `tests` jars of `axon-messaging` and `axon-eventsourcing`) on this engine. A test of theirs
/// that does not hold here is a [Differs] on its suite, and a line of the README.
@NullMarked
package io.daybook.eventstore.axon;

import org.jspecify.annotations.NullMarked;
