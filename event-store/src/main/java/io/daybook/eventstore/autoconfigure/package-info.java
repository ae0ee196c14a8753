/// Wires the event store into any Spring Boot 4 application, and mends what Axon's own wiring misses. Internal.
@NullMarked
package io.daybook.eventstore.autoconfigure;

import org.jspecify.annotations.NullMarked;
