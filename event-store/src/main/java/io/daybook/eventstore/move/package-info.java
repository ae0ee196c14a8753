/// Brings in the event table of Axon's own JDBC or JPA event storage engine.
@NullMarked
@PublicApi
package io.daybook.eventstore.move;

import io.daybook.eventstore.PublicApi;
import org.jspecify.annotations.NullMarked;
