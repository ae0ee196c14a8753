/// Wires the processes into any Spring Boot 4 application that has the event store.
@NullMarked
package io.daybook.saga.autoconfigure;

import org.jspecify.annotations.NullMarked;
